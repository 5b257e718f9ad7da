package io.github.appkeys.core.diagnosis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.pair.AppToken;
import io.github.appkeys.core.pair.Pair;

/** Queries that only a diagnosis needs. Each method runs at most one query, which uses an index. */
public interface DiagnosisStore {

    /**
     * The pair that an appToken belongs to.
     *
     * @param realmId the realm of the pair
     * @param appKey  the pair
     */
    record Owner(String realmId, String appKey) {
    }

    /**
     * The last use of a token.
     *
     * @param at      when it was used
     * @param address the IP address of the client; may be null
     */
    record Use(Instant at, String address) {
    }

    /** The appKeys of a realm that equal one of these texts when they are converted to lower case. */
    List<String> similar(String realmId, Set<String> lowerCase);

    /** The ids of the realms that have a pair with this appKey. */
    List<String> realms(AppKey appKey);

    /** The pair of a token, in any realm. Of ended tokens, only the last few of each pair are kept. */
    Optional<Owner> owner(AppToken token);

    /** The ids of the composite roles that directly contain a role. */
    List<String> compositesOf(String roleId);

    /**
     * The failed attempts, latest first. Those of this node are complete, those of other nodes up to a minute behind.
     */
    List<Attempts> attempts(String realmId, Pair pair);

    /**
     * When this node last dropped failed attempts, because more appKeys failed at once than it can keep. They may have
     * been attempts with any pair. Empty if none was dropped since the server was started.
     */
    Optional<Instant> attemptsDroppedAt();

    /** The last use of any token of the pair. Uses on other nodes are up to a minute behind. */
    Optional<Use> lastUse(Pair pair);
}
