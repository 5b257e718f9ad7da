package io.github.appkeys.core.leaks;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import io.github.appkeys.core.pair.Pair;

/** Keeps what was seen of appTokens: a row for each appToken and kind, so that the number of rows is bounded. */
public interface AlarmStore {

    /** How many hashes {@link #owners} takes at most. */
    int MAX_HASHES = 250;

    /**
     * An appToken that is known on this server.
     *
     * @param hash       its hash, in hexadecimal
     * @param tokenId    its id
     * @param clientUuid the id of the client of its pair
     * @param realmId    the realm of its pair
     * @param appKey     of its pair
     */
    record Owner(String hash, String tokenId, String clientUuid, String realmId, String appKey) {
    }

    /**
     * An alarm to be told by e-mail.
     *
     * @param id      identifies the alarm
     * @param realmId its realm
     * @param appKey  of its pair
     * @param label   of its pair; may be null
     * @param contact the e-mail address of its pair; null for none
     * @param hint    the hint of the appToken; null where the appToken was removed
     * @param dueAt   since when it is due
     * @param alarm   what was seen
     */
    record Due(String id, String realmId, String appKey, String label, String contact, String hint, Instant dueAt,
            Pair.Alarm alarm) {
    }

    /** The appTokens with some hashes, in all realms. One query, on the index of hashes. */
    List<Owner> owners(Collection<String> hashes);

    /**
     * Adds a sighting to the alarm of its kind.
     *
     * @param endsAt when the appToken ends because of it; null for never. An earlier moment that was set before stays
     * @return whether it is to be told: it was not told for a day, or never for an {@code ENDED_TOKEN}. Then its
     *         e-mail is {@link #due}
     * @throws RuntimeException the constraint violation, if another node has just added the first one
     */
    boolean note(Owner owner, Sighting sighting, Instant endsAt);

    /**
     * The alarms to be told by e-mail, the oldest first.
     *
     * @param since those that are due for longer are left out
     * @param max   how many to return at most
     */
    List<Due> due(Instant since, int max);

    /**
     * Reserves the e-mails of an alarm.
     *
     * @return false if they have been reserved before, on this or another node
     */
    boolean reserveMail(String id);

    /** Releases e-mails that could not be sent, so that they are tried again. */
    void releaseMail(String id, Instant dueAt);

    /**
     * The appTokens whose end because of an alarm has come.
     *
     * @param max how many to return at most
     */
    List<Owner> ending(Instant now, int max);

    /** Forgets that an appToken ends because of an alarm, since it has ended. */
    void forgetEnd(String tokenId);

    /** Keeps that an imported appToken was reported before. It is not told again. */
    void restore(String clientUuid, String tokenId, Instant leakedAt);
}
