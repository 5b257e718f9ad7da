package io.github.appkeys.core.exchange;

import java.time.Instant;

/** Where the last uses of appTokens are noted. They are written later, so no database is involved. */
@FunctionalInterface
public interface LastUseLog {

    /**
     * Notes that an appToken was used.
     *
     * @param tokenId the id of the token
     * @param at      when
     * @param address from which address; cut to what the database can keep
     */
    void add(String tokenId, Instant at, String address);
}
