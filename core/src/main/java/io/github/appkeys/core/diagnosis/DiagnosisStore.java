package io.github.appkeys.core.diagnosis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.pair.AppToken;
import io.github.appkeys.core.pair.Pair;

/** What only a diagnosis asks. Each method is one query at most, over an index. */
public interface DiagnosisStore {

    /**
     * Whose appToken it is.
     *
     * @param realmId in which realm
     * @param appKey  of which pair
     */
    record Owner(String realmId, String appKey) {
    }

    /**
     * When a token was used last.
     *
     * @param at      the moment
     * @param address from where
     */
    record Use(Instant at, String address) {
    }

    /** The appKeys of a realm that, in lower case, are one of these texts. */
    List<String> similar(String realmId, Set<String> lowerCase);

    /** The realms that have a pair with this appKey. */
    List<String> realms(AppKey appKey);

    /** The pair that a token belongs to or belonged to, in whichever realm. Ended tokens are known for a while. */
    Optional<Owner> owner(AppToken token);

    /** The ids of the composite roles that directly contain a role. */
    List<String> compositesOf(String roleId);

    /** The attempts that failed, the last one first; those of this node up to now. */
    List<Attempts> attempts(String realmId, Pair pair);

    /** The last use of any token of the pair; where it was on this node, up to now. */
    Optional<Use> lastUse(Pair pair);
}
