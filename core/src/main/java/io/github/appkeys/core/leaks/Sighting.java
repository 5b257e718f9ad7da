package io.github.appkeys.core.leaks;

import java.time.Instant;

import io.github.appkeys.core.pair.AppToken;
import io.github.appkeys.core.pair.AppTokenHash;
import io.github.appkeys.core.pair.Pair;

/**
 * An appToken was seen where it should not be. Several sightings of the same appToken are combined.
 *
 * @param hash    the hash of the appToken, in hexadecimal
 * @param kind    what was seen
 * @param realmId the realm in which it was presented; null for a report, which is for all realms
 * @param at      the last time
 * @param times   how often
 * @param place   where it was found, see {@link LeakPlace}; null where that is not known
 * @param address the address from which it was presented; null for a report
 * @param partner the name of the partner who signed the last report; null for none
 */
public record Sighting(String hash, Pair.AlarmKind kind, String realmId, Instant at, long times, String place,
        String address, String partner) {

    /** A report that an appToken was found. */
    public static Sighting leaked(AppToken token, Instant at, String place, String partner) {
        return new Sighting(token.hash().hex(), Pair.AlarmKind.LEAKED, null, at, 1, LeakPlace.of(place), null, partner);
    }

    /** An appToken was presented that must not be. */
    public static Sighting presented(Pair.AlarmKind kind, AppTokenHash hash, String realmId, Instant at,
            String address) {
        return new Sighting(hash.hex(), kind, realmId, at, 1, null, address, null);
    }

    /** Both as one. They are of the same appToken, kind and realm. */
    public Sighting plus(Sighting later) {
        return new Sighting(hash, kind, realmId, later.at, times + later.times,
                later.place == null ? place : later.place, later.address == null ? address : later.address,
                later.partner == null ? partner : later.partner);
    }
}
