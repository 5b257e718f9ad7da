package io.github.appkeys.core.jpa;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.github.appkeys.core.diagnosis.Attempts;
import io.github.appkeys.core.diagnosis.DiagnosisStore;
import io.github.appkeys.core.jpa.buffers.LastUses;
import io.github.appkeys.core.jpa.buffers.PendingAttempts;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.pair.AppToken;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.reason.Reason;
import jakarta.persistence.EntityManager;
import org.keycloak.common.constants.ServiceAccountConstants;
import org.keycloak.connections.jpa.util.JpaUtils;

/** Queries for diagnoses, completed with what this node has not written yet. */
final class JpaDiagnosisStore implements DiagnosisStore {

    /** Keycloak stores user names in lower case, with an index. */
    private static final String SIMILAR = """
            select c.clientId
            from UserEntity u
            join AppKeyPairEntity p on p.clientUuid = u.serviceAccountClientLink
            join ClientEntity c on c.id = p.clientUuid
            where u.realmId = :realmId and u.username in :usernames
            order by c.clientId
            """;
    private static final String REALMS = """
            select c.realmId, c.clientId
            from AppKeyPairEntity p
            join ClientEntity c on c.id = p.clientUuid
            where c.clientId = :appKey
            """;
    private static final String OWNER = """
            select c.realmId, c.clientId
            from AppKeyTokenEntity t
            join ClientEntity c on c.id = t.clientUuid
            where t.hash = :hash
            """;
    private static final String ATTEMPTS = """
            select a from AppKeyAttemptEntity a
            where a.clientUuid = :clientUuid
            """;
    private static final String COMPOSITES = """
            select COMPOSITE from %s
            where CHILD_ROLE = ?1
            """;

    private final EntityManager entities;
    private final LastUses lastUses;
    private final PendingAttempts pending;

    JpaDiagnosisStore(EntityManager entities, LastUses lastUses, PendingAttempts pending) {
        this.entities = entities;
        this.lastUses = lastUses;
        this.pending = pending;
    }

    @Override
    public List<String> similar(String realmId, Set<String> lowerCase) {
        return entities.createQuery(SIMILAR, String.class)
                .setParameter("realmId", realmId)
                .setParameter("usernames", lowerCase.stream()
                        .map(text -> ServiceAccountConstants.SERVICE_ACCOUNT_USER_PREFIX + text).toList())
                .getResultList();
    }

    @Override
    public List<String> realms(AppKey appKey) {
        return entities.createQuery(REALMS, Owner.class)
                .setParameter("appKey", appKey.value())
                .getResultStream()
                .filter(owner -> appKey.value().equals(owner.appKey()))
                .map(Owner::realmId)
                .toList();
    }

    @Override
    public Optional<Owner> owner(AppToken token) {
        return entities.createQuery(OWNER, Owner.class)
                .setParameter("hash", token.hash().hex())
                .getResultStream()
                .findFirst();
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<String> compositesOf(String roleId) {
        String table = JpaUtils.getTableNameForNativeQuery("COMPOSITE_ROLE", entities);
        return entities.createNativeQuery(COMPOSITES.formatted(table), String.class)
                .setParameter(1, roleId)
                .getResultList();
    }

    @Override
    public List<Attempts> attempts(String realmId, Pair pair) {
        Map<Reason, Attempts> attempts = new EnumMap<>(Reason.class);
        entities.createQuery(ATTEMPTS, AttemptEntity.class)
                .setParameter("clientUuid", pair.clientUuid())
                .getResultStream()
                .map(AttemptEntity::toAttempts)
                .forEach(written -> attempts.put(written.reason(), written));
        for (Reason reason : Reason.values()) {
            pending.of(realmId, pair.appKey(), reason).ifPresent(more -> attempts.merge(reason, more, Attempts::plus));
        }
        return attempts.values().stream().sorted(Comparator.comparing(Attempts::lastAt).reversed()).toList();
    }

    @Override
    public Optional<Instant> attemptsDroppedAt() {
        return pending.droppedAt();
    }

    @Override
    public Optional<Use> lastUse(Pair pair) {
        Stream<Use> written = pair.tokens().stream().filter(token -> token.lastUsedAt() != null)
                .map(token -> new Use(token.lastUsedAt(), token.lastUsedFrom()));
        Stream<Use> unwritten = pair.tokens().stream()
                .flatMap(token -> lastUses.of(token.id()).stream());
        return Stream.concat(written, unwritten).max(Comparator.comparing(Use::at));
    }
}
