package io.github.appkeys.core.jpa;

import java.util.Optional;

import io.github.appkeys.core.exchange.CredentialsStore;
import io.github.appkeys.core.exchange.PairCredentials;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.pair.AppTokenHash;
import jakarta.persistence.EntityManager;

/** What an exchange reads. */
final class JpaCredentialsStore implements CredentialsStore {

    private final EntityManager entities;

    JpaCredentialsStore(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Optional<PairCredentials> find(String realmId, AppKey appKey) {
        return CredentialsQuery.find(entities, realmId, appKey);
    }

    @Override
    public Optional<PairCredentials> find(String realmId, AppKey appKey, AppTokenHash presented) {
        return CredentialsQuery.find(entities, realmId, appKey, presented);
    }
}
