package io.github.appkeys.testprovider;

import java.util.concurrent.atomic.AtomicInteger;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.scheduled.ScheduledTaskRunner;
import org.keycloak.timer.TaskRunner;
import org.keycloak.timer.TimerProvider;

/** Sets Keycloak's clock and runs its scheduled tasks. For the servers of tests only: it checks no permission. */
public final class ClockResource implements RealmResourceProvider {

    private static final AtomicInteger TIMERS = new AtomicInteger();

    private final KeycloakSession session;

    ClockResource(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Object getResource() {
        return this;
    }

    /** Moves the clock of this server away from the machine's. */
    @POST
    public void set(@QueryParam("offset") int seconds) {
        Time.setOffset(seconds);
    }

    /**
     * Runs a scheduled task now, in a thread of its own as Keycloak's timer does, and returns when it is done.
     *
     * @param unguarded whether to run it although another node, or another thread, is at it
     */
    @POST
    @Path("run")
    public void run(@QueryParam("task") String task, @QueryParam("unguarded") boolean unguarded)
            throws InterruptedException {
        Runnable scheduled = scheduled(session.getProvider(TimerProvider.class), task);
        Runnable runnable = unguarded && scheduled instanceof TaskRunner runner
                ? new ScheduledTaskRunner(session.getKeycloakSessionFactory(), runner.getTask()) : scheduled;
        // each with a name of its own: CachedWritesIT tells transactions apart by their threads
        Thread thread = new Thread(runnable, "test-timer-" + TIMERS.incrementAndGet());
        thread.start();
        thread.join();
    }

    /** Keycloak 26.4 lists no tasks: a task is taken from the timer and put back, which starts its interval anew. */
    private static Runnable scheduled(TimerProvider timer, String task) {
        synchronized (ClockResource.class) {
            TimerProvider.TimerTaskContext taken = timer.cancelTask(task);
            timer.schedule(taken.getRunnable(), taken.getIntervalMillis(), task);
            return taken.getRunnable();
        }
    }

    @Override
    public void close() {
        // nothing to release
    }
}
