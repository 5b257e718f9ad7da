package io.github.appkeys.core.jpa;

import java.util.Set;

import io.github.appkeys.core.diagnosis.AttemptLog;
import io.github.appkeys.core.exchange.LastUseLog;
import io.github.appkeys.core.jpa.buffers.LastUses;
import io.github.appkeys.core.jpa.buffers.PendingAttempts;
import io.github.appkeys.core.jpa.buffers.PendingPasswordGrants;
import io.github.appkeys.core.jpa.buffers.PendingUsage;
import io.github.appkeys.core.jpa.usage.UsageWriter;
import io.github.appkeys.core.passwordgrants.PasswordGrantLog;
import io.github.appkeys.core.store.AppKeyStore;
import io.github.appkeys.core.store.AppKeyStoreFactory;
import io.github.appkeys.core.store.PairLifecycle;
import io.github.appkeys.core.store.PasswordGrantLifecycle;
import io.github.appkeys.core.store.SettingsLifecycle;
import io.github.appkeys.core.usage.UsageLog;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.Provider;
import org.keycloak.timer.TimerProvider;

/** Creates the stores, registers the listeners for Keycloak's own changes, and schedules the writers of the buffers. */
public final class JpaAppKeyStoreFactory implements AppKeyStoreFactory {

    private final LastUses lastUses = new LastUses();
    private final PendingAttempts pendingAttempts = new PendingAttempts();
    private final PendingPasswordGrants pendingGrants = new PendingPasswordGrants();
    private final PendingUsage pendingUsage = new PendingUsage();
    private LastUseWriter writer;
    private UsageWriter usageWriter;
    private ExpiringGauge expiring;
    private AttemptWriter attemptWriter;
    private Runnable grantWriter;

    @Override
    public AppKeyStore create(KeycloakSession session) {
        return new JpaAppKeyStore(session, lastUses, pendingAttempts, pendingUsage);
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to configure
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        writer = new LastUseWriter(factory, lastUses);
        expiring = new ExpiringGauge(factory);
        expiring.register();
        attemptWriter = new AttemptWriter(factory, pendingAttempts);
        grantWriter = PasswordGrantWriter.of(factory, pendingGrants);
        usageWriter = new UsageWriter(factory, pendingUsage);
        factory.register(new PairLifecycle());
        factory.register(new PasswordGrantLifecycle());
        factory.register(new SettingsLifecycle());
        factory.register(event -> {
            if (event instanceof PostMigrationEvent) {
                start(factory);
            }
        });
    }

    @Override
    public LastUseLog lastUses() {
        return lastUses;
    }

    @Override
    public AttemptLog attempts() {
        return pendingAttempts;
    }

    @Override
    public UsageLog usage() {
        return pendingUsage;
    }

    @Override
    public PasswordGrantLog passwordGrants() {
        return pendingGrants;
    }

    /** Writes the buffered last uses, failed attempts, password grants and counts: see {@link #dependsOn()}. */
    @Override
    public void close() {
        if (writer != null) {
            writer.stop();
            attemptWriter.stop();
            grantWriter.run();
            usageWriter.stop();
        }
    }

    /** Keycloak closes a factory before those it depends on, so the database is still available in {@link #close()}. */
    @Override
    public Set<Class<? extends Provider>> dependsOn() {
        return Set.of(JpaConnectionProvider.class);
    }

    @Override
    public String getId() {
        return "jpa";
    }

    /**
     * Starts the writers of what this factory holds in memory, and the gauge, on each node. The background work of the
     * services is started by {@code core.service.tasks.BackgroundTasks}, which lists all of it.
     */
    private void start(KeycloakSessionFactory factory) {
        writer.start();
        try (KeycloakSession session = factory.create()) {
            TimerProvider timer = session.getProvider(TimerProvider.class);
            timer.schedule(expiring, ExpiringGauge.INTERVAL.toMillis(), ExpiringGauge.TASK);
            timer.schedule(attemptWriter, AttemptWriter.INTERVAL.toMillis(), AttemptWriter.TASK);
            timer.schedule(usageWriter, UsageWriter.INTERVAL.toMillis(), UsageWriter.TASK);
            timer.schedule(grantWriter, PasswordGrantWriter.INTERVAL.toMillis(), PasswordGrantWriter.TASK);
        }
    }
}
