package io.github.appkeys.core.exchange;

import java.util.Optional;

import io.github.appkeys.core.pair.AppKey;

/** What the exchange reads of a pair. */
@FunctionalInterface
public interface CredentialsStore {

    /**
     * The credentials of a pair. One query, the same for appKeys that exist and that don't.
     *
     * @return empty where the realm has no such appKey
     */
    Optional<PairCredentials> find(String realmId, AppKey appKey);
}
