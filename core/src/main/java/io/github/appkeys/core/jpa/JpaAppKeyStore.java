package io.github.appkeys.core.jpa;

import io.github.appkeys.core.diagnosis.DiagnosisStore;
import io.github.appkeys.core.exchange.CredentialsStore;
import io.github.appkeys.core.expiry.IdleStore;
import io.github.appkeys.core.expiry.NoticeStore;
import io.github.appkeys.core.history.HistoryStore;
import io.github.appkeys.core.issuance.ClaimStore;
import io.github.appkeys.core.jpa.alarms.JpaAlarmStore;
import io.github.appkeys.core.jpa.buffers.LastUses;
import io.github.appkeys.core.jpa.buffers.PendingAttempts;
import io.github.appkeys.core.jpa.buffers.PendingUsage;
import io.github.appkeys.core.jpa.mappers.JpaMapperStore;
import io.github.appkeys.core.jpa.session.CacheEvictions;
import io.github.appkeys.core.jpa.session.CustomPlans;
import io.github.appkeys.core.jpa.usage.JpaUsageStore;
import io.github.appkeys.core.leaks.AlarmStore;
import io.github.appkeys.core.mappers.MapperStore;
import io.github.appkeys.core.pair.PairStore;
import io.github.appkeys.core.pair.TokenStore;
import io.github.appkeys.core.passwordgrants.PasswordGrantStore;
import io.github.appkeys.core.power.CompositeStore;
import io.github.appkeys.core.settings.SettingsStore;
import io.github.appkeys.core.store.AppKeyStore;
import io.github.appkeys.core.store.StoredEvents;
import io.github.appkeys.core.usage.UsageStore;
import jakarta.persistence.EntityManager;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The ports, implemented with the entity manager of the session. */
final class JpaAppKeyStore implements AppKeyStore {

    private final KeycloakSession session;
    private final EntityManager entities;
    private final LastUses lastUses;
    private final PendingAttempts pendingAttempts;
    private final PendingUsage pendingUsage;

    JpaAppKeyStore(KeycloakSession session, LastUses lastUses, PendingAttempts pendingAttempts,
            PendingUsage pendingUsage) {
        this.session = session;
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.lastUses = lastUses;
        this.pendingAttempts = pendingAttempts;
        this.pendingUsage = pendingUsage;
    }

    @Override
    public PairStore pairs() {
        return new JpaPairStore(entities, CacheEvictions.of(session));
    }

    @Override
    public TokenStore tokens() {
        return new JpaTokenStore(entities, CacheEvictions.of(session));
    }

    @Override
    public CredentialsStore credentials() {
        return new JpaCredentialsStore(entities);
    }

    @Override
    public ClaimStore claims() {
        return new JpaClaimStore(entities, CacheEvictions.of(session));
    }

    @Override
    public NoticeStore notices() {
        return new JpaNoticeStore(entities, CacheEvictions.of(session));
    }

    @Override
    public IdleStore idle() {
        return new JpaIdleStore(entities, CacheEvictions.of(session));
    }

    @Override
    public DiagnosisStore diagnosis() {
        return new JpaDiagnosisStore(entities, lastUses, pendingAttempts);
    }

    @Override
    public UsageStore usage() {
        return new JpaUsageStore(entities, pendingUsage);
    }

    @Override
    public HistoryStore history() {
        return new JpaHistoryStore(entities);
    }

    @Override
    public PasswordGrantStore passwordGrants() {
        return new JpaPasswordGrantStore(entities);
    }

    @Override
    public MapperStore mappers() {
        return new JpaMapperStore(entities);
    }

    @Override
    public CompositeStore composites() {
        return realmId -> CompositesQuery.find(entities, realmId);
    }

    @Override
    public SettingsStore settings() {
        return new JpaSettingsStore(entities);
    }

    @Override
    public AlarmStore alarms() {
        return new JpaAlarmStore(entities, CacheEvictions.of(session));
    }

    @Override
    public StoredEvents events() {
        return new JpaStoredEvents(entities);
    }

    @Override
    public void prepareBulkInsert() {
        CustomPlans.inTransactionOf(entities);
    }

    @Override
    public void flushAndClear() {
        entities.flush();
        entities.clear();
    }

    @Override
    public void close() {
        // the entity manager belongs to the session
    }
}
