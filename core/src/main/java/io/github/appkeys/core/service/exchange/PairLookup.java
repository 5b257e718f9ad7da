package io.github.appkeys.core.service.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.github.appkeys.core.Failures;
import io.github.appkeys.core.exchange.CachedCredentials;
import io.github.appkeys.core.exchange.PairCredentials;
import io.github.appkeys.core.exchange.UnavailableException;
import io.github.appkeys.core.exchange.WaitingLine;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.pair.AppTokenHash;
import io.github.appkeys.core.store.AppKeyStore;
import io.github.appkeys.core.store.KeycloakClock;
import jakarta.persistence.PersistenceException;
import org.jboss.logging.Logger;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Finds the credentials of pairs: beside Keycloak's cached service account, where an accepted pair put them, else in
 * the database.
 */
public final class PairLookup {

    private static final Logger LOG = Logger.getLogger(PairLookup.class);

    /** The key in the maps of {@link AccountCache}. */
    private static final Object KEY = CachedCredentials.class;

    private static final WaitingLine LINE = new WaitingLine();

    /** Each fill takes a second connection while the request may hold one: few at a time, so that none waits. */
    private static final Semaphore FILLS = new Semaphore(4);
    /** How long a request waits for its turn, so that many first calls of one pair find what the first one keeps. */
    private static final long PATIENCE_MILLIS = 200;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Duration maxAge;

    /** @param maxAge how old cached credentials may be; zero to read the database each time */
    public PairLookup(KeycloakSession session, RealmModel realm, Duration maxAge) {
        this.session = session;
        this.realm = realm;
        this.maxAge = maxAge;
    }

    /** The cached credentials of a pair, however old. Reads no database. */
    public Optional<CachedCredentials> cached(AppKey appKey) {
        return AccountCache.peek(session, realm, appKey).flatMap(kept -> kept(kept, appKey));
    }

    /** Whether cached credentials may be used without asking the database. */
    public boolean isFresh(CachedCredentials cached, Instant now) {
        return cached.isFresh(now, maxAge);
    }

    /**
     * Reads the credentials in the database, with one statement and the presented token alone.
     *
     * @param presented the hash of what was sent
     * @return empty if the realm has no such appKey
     * @throws UnavailableException where the database does not answer, or too many wait for it already
     */
    public Optional<PairCredentials> read(AppKey appKey, AppTokenHash presented) {
        return LINE.run(() -> answered(session, () -> session.getProvider(AppKeyStore.class).credentials()
                .find(realm.getId(), appKey, presented)));
    }

    /**
     * Runs what may read the database.
     *
     * @throws UnavailableException where the database does not answer. The transaction can then only be rolled back
     */
    public static <T> T answered(KeycloakSession session, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (PersistenceException | ModelException e) {
            session.getTransactionManager().setRollbackOnly();
            throw new UnavailableException(Failures.chain(e));
        }
    }

    /**
     * Keeps the credentials of a pair that was accepted by what the database holds. They are read anew, in a
     * transaction that begins after the map was taken: an older one may not see what ended a moment ago (REPEATABLE
     * READ of MariaDB and MySQL), and who changes the pair drops the map. Left out where the account is not cached,
     * and where many do it at once.
     */
    public void keep(AppKey appKey, ClientModel client) {
        if (maxAge.isZero() || !begin()) {
            return;
        }
        try {
            AccountCache.load(session, realm, client).ifPresent(map -> fill(map, appKey));
        } catch (RuntimeException e) {
            // the pair was accepted: what fails here must not refuse it
            LOG.warnf("Credentials are not cached: %s", Failures.chain(e));
        } finally {
            FILLS.release();
        }
    }

    private static boolean begin() {
        try {
            return FILLS.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void fill(ConcurrentMap<Object, Object> map, AppKey appKey) {
        Instant readAt = KeycloakClock.now();
        KeycloakModelUtils.runJobInTransactionWithResult(session.getKeycloakSessionFactory(),
                other -> other.getProvider(AppKeyStore.class).credentials().find(realm.getId(), appKey)).ifPresent(
                        credentials -> map.put(KEY, new CachedCredentials(appKey, credentials, readAt)));
    }

    private static Optional<CachedCredentials> kept(ConcurrentMap<Object, Object> map, AppKey appKey) {
        return map.get(KEY) instanceof CachedCredentials cached && cached.appKey().equals(appKey)
                ? Optional.of(cached) : Optional.empty();
    }
}
