package io.github.appkeys.core.jpa;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import io.github.appkeys.core.issuance.ClaimStore;
import io.github.appkeys.core.issuance.NewClaim;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;

/**
 * Keeps claim links in a row for each pair. Who makes a link or a token locks the row of the pair first, so that a
 * renewal and a link for another one never come both.
 */
final class JpaClaimStore implements ClaimStore {

    private final EntityManager entities;

    JpaClaimStore(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Optional<String> appKey(String realmId, String codeHash) {
        return entities.createNamedQuery("AppKeyClaimEntity.appKey", String.class)
                .setParameter("realmId", realmId)
                .setParameter("codeHash", codeHash)
                .getResultStream().findFirst();
    }

    @Override
    public boolean put(String clientUuid, NewClaim claim, String expectedToken, Instant expectedClaim) {
        if (!hold(clientUuid, expectedToken, claim.createdAt())) {
            return false;
        }
        ClaimEntity before = entities.find(ClaimEntity.class, clientUuid);
        if (before == null) {
            if (expectedClaim == null) {
                entities.persist(new ClaimEntity(clientUuid, claim));
            }
            return expectedClaim == null;
        }
        // as it is now, not as it was when the transaction began
        entities.refresh(before, LockModeType.PESSIMISTIC_WRITE);
        boolean expected = before.createdAt().equals(expectedClaim);
        if (expected) {
            before.replace(claim);
        }
        return expected;
    }

    @Override
    public boolean claim(String clientUuid, String codeHash, Instant at, String address) {
        return run(named("AppKeyClaimEntity.claim", clientUuid)
                .setParameter("codeHash", codeHash)
                .setParameter("at", at.toEpochMilli())
                .setParameter("address", address), clientUuid);
    }

    @Override
    public boolean withdraw(String clientUuid, Instant at) {
        return run(named("AppKeyClaimEntity.withdraw", clientUuid).setParameter("at", at.toEpochMilli()), clientUuid);
    }

    @Override
    public boolean forget(String clientUuid, Instant now) {
        entities.flush();
        // an update sees what others committed a moment ago, on every database
        boolean pending = named("AppKeyClaimEntity.holdPending", clientUuid)
                .setParameter("now", now.toEpochMilli()).executeUpdate() == 1;
        if (!pending) {
            named("AppKeyClaimEntity.removePair", clientUuid).executeUpdate();
        }
        return !pending;
    }

    private boolean hold(String clientUuid, String expectedToken, Instant now) {
        return ConditionalUpdate.run(entities, named("AppKeyPairEntity.hold", clientUuid)
                .setParameter("expected", Objects.requireNonNullElse(expectedToken, ""))
                .setParameter("now", now.toEpochMilli()), PairEntity.class, clientUuid);
    }

    private boolean run(Query update, String clientUuid) {
        return ConditionalUpdate.run(entities, update, ClaimEntity.class, clientUuid);
    }

    private Query named(String name, String clientUuid) {
        return entities.createNamedQuery(name).setParameter("clientUuid", clientUuid);
    }
}
