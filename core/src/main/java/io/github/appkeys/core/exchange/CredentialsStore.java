package io.github.appkeys.core.exchange;

import java.util.Optional;

import io.github.appkeys.core.pair.AppKey;

/** Reads what an exchange needs of a pair. */
@FunctionalInterface
public interface CredentialsStore {

    /**
     * The credentials of a pair. One query, which is the same whether or not the appKey exists, so that the time it
     * takes does not reveal that.
     *
     * @return empty if the realm has no such appKey
     */
    Optional<PairCredentials> find(String realmId, AppKey appKey);
}
