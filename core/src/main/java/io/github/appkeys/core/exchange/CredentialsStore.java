package io.github.appkeys.core.exchange;

import java.util.Optional;

import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.pair.AppTokenHash;

/** Reads what an exchange needs of a pair. */
public interface CredentialsStore {

    /**
     * The credentials of a pair, with all of its tokens, in one query.
     *
     * @return empty if the realm has no such appKey
     */
    Optional<PairCredentials> find(String realmId, AppKey appKey);

    /**
     * The credentials of a pair, with the presented token alone. One query, which takes the same time whether or not
     * the appKey exists, and however many tokens it has.
     *
     * @param presented the hash of what was sent
     * @return empty if the realm has no such appKey; without tokens if it has not the presented one
     */
    Optional<PairCredentials> find(String realmId, AppKey appKey, AppTokenHash presented);
}
