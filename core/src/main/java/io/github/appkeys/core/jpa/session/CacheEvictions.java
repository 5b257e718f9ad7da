package io.github.appkeys.core.jpa.session;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.appkeys.core.store.PairChanged;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmProvider;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.UserCache;
import org.keycloak.models.utils.UserModelDelegate;
import org.keycloak.storage.UserStorageUtil;

/**
 * The one place that drops the cached service accounts of changed pairs, and with them what was cached beside them.
 * Each store tells it what it writes. Just before the commit, Keycloak's user cache is told in one go; it tells the
 * other nodes after the commit. One for each session.
 */
public final class CacheEvictions {

    private static final Logger LOG = Logger.getLogger(CacheEvictions.class);
    private static final String ATTRIBUTE = CacheEvictions.class.getName();

    /** How many service accounts one query looks up. */
    private static final int BATCH = 200;

    private static final String ACCOUNTS = """
            select p.realmId, u.id, u.username
            from AppKeyPairEntity p
            join UserEntity u on u.realmId = p.realmId and u.serviceAccountClientLink = p.clientUuid
            where p.clientUuid in :clientUuids
            """;
    private static final String OF_TOKEN = """
            select t.clientUuid from AppKeyTokenEntity t
            where t.id = :id
            """;

    record Row(String realmId, String userId, String username) {
    }

    private final KeycloakSession session;
    private final Set<String> changed = new LinkedHashSet<>();
    private final Set<String> added = new LinkedHashSet<>();
    private UserCache cache;
    private RealmProvider realms;

    private CacheEvictions(KeycloakSession session) {
        this.session = session;
    }

    /** That of a session. */
    public static CacheEvictions of(KeycloakSession session) {
        CacheEvictions evictions = session.getAttribute(ATTRIBUTE, CacheEvictions.class);
        if (evictions == null) {
            evictions = new CacheEvictions(session);
            session.setAttribute(ATTRIBUTE, evictions);
        }
        return evictions;
    }

    /** A row of this pair was written. */
    public void changed(String clientUuid) {
        LOG.tracef("Pair of client %s was changed: what is cached of it ends with this transaction", clientUuid);
        if (changed.isEmpty()) {
            // both caches take part in the transaction, which they cannot join any more when it is committed
            cache = UserStorageUtil.userCache(session);
            realms = session.realms();
            session.getTransactionManager().enlistPrepare(beforeCommit());
        }
        if (changed.add(clientUuid)) {
            session.getKeycloakSessionFactory().publish(new PairChanged(session, clientUuid));
        }
    }

    /** A row of this appToken was written. */
    public void changedToken(String tokenId) {
        entities().createQuery(OF_TOKEN, String.class)
                .setParameter("id", tokenId)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream().findFirst().ifPresent(this::changed);
    }

    /** A pair was added. There is nothing of it in the cache: its service account is new or had no pair. */
    public void added(String clientUuid) {
        added.add(clientUuid);
        changed(clientUuid);
    }

    private AbstractKeycloakTransaction beforeCommit() {
        return new AbstractKeycloakTransaction() {

            @Override
            protected void commitImpl() {
                evict();
            }

            @Override
            protected void rollbackImpl() {
                // nothing was changed
            }
        };
    }

    private void evict() {
        List<String> known = changed.stream().filter(clientUuid -> !added.contains(clientUuid)).toList();
        if (cache == null || known.isEmpty()) {
            return;
        }
        for (int from = 0; from < known.size(); from += BATCH) {
            List<Row> rows = entities().createQuery(ACCOUNTS, Row.class)
                    .setParameter("clientUuids", known.subList(from, Math.min(known.size(), from + BATCH)))
                    .setFlushMode(FlushModeType.COMMIT)
                    .getResultList();
            rows.stream().collect(Collectors.groupingBy(Row::realmId)).forEach((realmId, accounts) -> {
                RealmModel realm = realms.getRealm(realmId);
                accounts.forEach(account -> cache.evict(realm, new Account(account)));
            });
        }
    }

    private EntityManager entities() {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** What the cache needs to drop a user. A model of Keycloak's would be read from the database first. */
    private static final class Account extends UserModelDelegate {

        private final Row row;

        Account(Row row) {
            super((UserModel) null);
            this.row = row;
        }

        @Override
        public String getId() {
            return row.userId();
        }

        @Override
        public String getUsername() {
            return row.username();
        }

        @Override
        public String getEmail() {
            return null;
        }
    }
}
