package io.github.appkeys.it.support;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import io.github.appkeys.harness.Http;

/** The same call again and again from several threads, until it is closed. */
public final class Load implements AutoCloseable {

    /**
     * A call of the load.
     *
     * @param start  just before it was sent
     * @param answer what came
     */
    public record Call(Instant start, Http.Response answer) {
    }

    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final List<Future<?>> callers = new ArrayList<>();
    private final ExecutorService threads;
    private volatile boolean ended;

    private Load(int threads) {
        this.threads = Executors.newFixedThreadPool(threads);
    }

    /**
     * @param threads how many calls are on their way at once, at most
     * @param rate    calls a second in all; fewer where the answers are slow
     */
    public static Load of(int threads, int rate, Supplier<Http.Response> call) {
        Load load = new Load(threads);
        Duration pause = Duration.ofSeconds(threads).dividedBy(rate);
        for (int i = 0; i < threads; i++) {
            load.callers.add(load.threads.submit(() -> load.run(pause, call)));
        }
        return load;
    }

    /** What was called so far. Calls that are on their way are not in it. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** How many those are. */
    public int count() {
        return count.get();
    }

    /** Ends it, and waits for the calls that are on their way. */
    @Override
    public void close() {
        ended = true;
        threads.shutdown();
        try {
            for (Future<?> caller : callers) {
                caller.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void run(Duration pause, Supplier<Http.Response> call) {
        Instant next = Instant.now();
        while (!ended) {
            LockSupport.parkNanos(Duration.between(Instant.now(), next).toNanos());
            Instant start = Instant.now();
            calls.add(new Call(start, call.get()));
            count.incrementAndGet();
            next = next.plus(pause);
            if (next.isBefore(start)) {
                next = start;
            }
        }
    }
}
