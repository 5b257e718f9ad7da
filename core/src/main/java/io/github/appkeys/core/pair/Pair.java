package io.github.appkeys.core.pair;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.github.appkeys.core.expiry.TokenEnd;
import io.github.appkeys.core.expiry.TokenStatus;

/**
 * Everything that can be told about a pair.
 *
 * @param appKey               the public half
 * @param label                the client's name
 * @param description          the client's description; may be null
 * @param enabled              whether the client is enabled
 * @param apiClient            whether the client still authenticates with its pair; false where it was changed
 * @param serviceAccountOn     whether the client may still use its service account
 * @param createdAt            when the pair was made
 * @param createdBy            the name of the user who made it
 * @param clientUuid           the id of the client
 * @param serviceAccountUserId the id of the service account; null where it was removed
 * @param allowedNetworks      from where it may be used
 * @param contact              the e-mail address that is told before it expires; may be null
 * @param currentTokenId       the token that came last, ended or not; null before there is one
 * @param lastRenewal          the renewal that was started last, unless it was finished by hand or undone; null where
 *                             there is none
 * @param claim                the claim link that came last; null where none did, or an appToken came by another way
 *                             since
 * @param tokens               its tokens, newest first, and the last of those that have ended
 * @param roles                the linked roles, which are mapped to the service account, by client and name
 * @param lastUse              when and from where it was last exchanged, with any token that it ever had, at most a
 *                             minute behind; null for never
 * @param alarms               what was seen of its tokens that should not be, the last one first
 */
public record Pair(String appKey, String label, String description, boolean enabled, boolean apiClient,
        boolean serviceAccountOn, Instant createdAt, String createdBy, String clientUuid, String serviceAccountUserId,
        AllowedNetworks allowedNetworks, String contact, String currentTokenId, Renewal lastRenewal, Claim claim,
        List<Token> tokens, List<RoleRef> roles, Use lastUse, List<Alarm> alarms) {

    /**
     * One use of a pair.
     *
     * @param at   when it was exchanged
     * @param from from which address, at most 45 characters; null where that is not known
     */
    public record Use(Instant at, String from) {
    }

    /** How long an alarm that needs no act stays open. */
    private static final Duration OPEN = Duration.ofDays(30);

    /**
     * A token of the pair.
     *
     * @param id           identifies the token
     * @param hint         its last characters, as its holder sees them; null where they were not kept, as for tokens of
     *                     version 0.1.0; empty for the client secret of an adopted client
     * @param createdAt    when it was made
     * @param createdBy    the name of the user who made it
     * @param end          when and why it ends or ended; null for never
     * @param endedBy      the name of the user who ended it; null where it ended by itself, has not ended or that is
     *                     not known
     * @param lastUsedAt   when it was last exchanged, at most a minute behind; null for never
     * @param lastUsedFrom from which address; null where it never was
     */
    public record Token(String id, String hint, Instant createdAt, String createdBy, TokenEnd end, String endedBy,
            Instant lastUsedAt, String lastUsedFrom) {

        /** Whether it is the client secret of an adopted client, which works on for a while. */
        public boolean isClientSecret() {
            return hint != null && hint.isEmpty();
        }

        /** Whether its last characters can be told. */
        public boolean hasHint() {
            return hint != null && !hint.isEmpty();
        }

        /** The state of the token at a moment. */
        public TokenStatus status(Instant now) {
            return TokenStatus.of(end, now);
        }

        /** Whether it is shown: it is valid, or it expired and was neither replaced nor revoked, or is of a decoy. */
        boolean isShown(Instant now) {
            return isLive(now) || !end.settled() && end.cause() == TokenEnd.Cause.EXPIRED || isOfDecoy();
        }

        boolean isOfDecoy() {
            return end != null && end.cause() == TokenEnd.Cause.DECOY;
        }

        boolean isLive(Instant now) {
            return end == null || !end.isReached(now);
        }
    }

    /**
     * A renewal in which two tokens work.
     *
     * @param startedAt  when it was started
     * @param finishAt   when the old token ends by itself; null where it is finished by hand
     * @param oldTokenId the token that ends with it
     * @param byHolder   whether the holder of the old token started it: then it ends at the first use of the new one
     */
    public record Renewal(Instant startedAt, Instant finishAt, String oldTokenId, boolean byHolder) {

        /** A renewal that a key manager started. */
        public Renewal(Instant startedAt, Instant finishAt, String oldTokenId) {
            this(startedAt, finishAt, oldTokenId, false);
        }

        boolean runs(Instant now) {
            return finishAt == null || now.isBefore(finishAt);
        }
    }

    /**
     * The last claim link of a pair, without its code. The appToken is issued when the link is used.
     *
     * @param createdAt      when the link was made
     * @param maker          the user who made it, and who must still be allowed to when it is used
     * @param expiresAt      the moment from which it cannot be used
     * @param claimedAt      when it was used; null if it was not
     * @param claimedFrom    the address from which it was used; null if it was not
     * @param withdrawnAt    when it was withdrawn; null if it was not
     * @param tokenExpiresAt when the appToken is to expire; null for never, or for the realm's limit if it has one
     * @param overlapSeconds how long an appToken that is live at the claim keeps working after it, in seconds; null:
     *                       until the renewal is finished by hand
     */
    public record Claim(Instant createdAt, Maker maker, Instant expiresAt, Instant claimedAt, String claimedFrom,
            Instant withdrawnAt, Instant tokenExpiresAt, Long overlapSeconds) {

        /** The name of the user who made it. */
        public String createdBy() {
            return maker.name();
        }

        /** The state of the link at a moment. */
        public ClaimStatus status(Instant now) {
            return ClaimStatus.of(claimedAt, withdrawnAt, expiresAt, now);
        }
    }

    /** What can be seen of an appToken that should not be. The names are stored, so they never change. */
    public enum AlarmKind {

        /** It was reported as leaked. */
        LEAKED,
        /** The appToken of a decoy was presented. */
        DECOY_USED,
        /** An appToken that had been replaced or revoked was presented after a newer one had been used. */
        ENDED_TOKEN,
        /** It was sent without TLS, although the realm requires it. */
        CLEARTEXT
    }

    /**
     * What was seen of an appToken that should not be.
     *
     * @param tokenId the id of the token
     * @param kind    what was seen
     * @param firstAt the first time
     * @param lastAt  the last time
     * @param times   how often
     * @param place   where it was found last; null where that is not known
     * @param address the address from which it was presented last; null where it was reported
     * @param endsAt  when the token ends because of it; null for never, and where it has ended
     */
    public record Alarm(String tokenId, AlarmKind kind, Instant firstAt, Instant lastAt, long times, String place,
            String address, Instant endsAt) {
    }

    /** Whether the pair was made to be found: it never opens anything. */
    public boolean isDecoy() {
        return tokens.stream().anyMatch(Token::isOfDecoy);
    }

    /**
     * The alarms that need care: a leaked or disclosed token is still valid, a decoy was used, or an old token was just
     * now.
     */
    public List<Alarm> openAlarms(Instant now) {
        return alarms.stream().filter(alarm -> switch (alarm.kind()) {
            case LEAKED, CLEARTEXT -> isDecoy()
                    || liveTokens(now).stream().anyMatch(token -> token.id().equals(alarm.tokenId()));
            case DECOY_USED -> true;
            case ENDED_TOKEN -> alarm.lastAt().isAfter(now.minus(OPEN));
        }).toList();
    }

    /**
     * Whether an appToken has ended and another one was used since. Never for a client secret, which was not handed
     * out here.
     *
     * @param tokenId the id of the token
     */
    public boolean isSucceeded(String tokenId) {
        Optional<Instant> endedAt = tokens.stream()
                .filter(token -> token.id().equals(tokenId) && !token.isClientSecret() && token.end() != null)
                .map(token -> token.end().at()).findFirst();
        return endedAt.isPresent() && tokens.stream().anyMatch(token -> !token.id().equals(tokenId)
                && token.lastUsedAt() != null && !token.lastUsedAt().isBefore(endedAt.get()));
    }

    /** The state of the pair at a moment. */
    public PairStatus status(Instant now) {
        boolean live = !liveTokens(now).isEmpty() || hasPendingClaim(now);
        return PairStatus.of(enabled, apiClient && serviceAccountOn, live, !roles.isEmpty());
    }

    /** Whether a claim link can be used. */
    public boolean hasPendingClaim(Instant now) {
        return claim != null && claim.status(now) == ClaimStatus.PENDING;
    }

    /** The tokens that work, newest first: two during a renewal, else one or none. */
    public List<Token> liveTokens(Instant now) {
        return tokens.stream().filter(token -> token.isLive(now)).toList();
    }

    /** The valid tokens, and those that expired; not those that were ended by hand. */
    public List<Token> shownTokens(Instant now) {
        return tokens.stream().filter(token -> token.isShown(now)).toList();
    }

    /** One of its tokens; null where it has no such token any more. */
    public Token token(String id) {
        return tokens.stream().filter(token -> token.id().equals(id)).findFirst().orElse(null);
    }

    /** The tokens that have ended, in whatever way, newest first. Of those ended by an act, the last few are kept. */
    public List<Token> endedTokens(Instant now) {
        return tokens.stream().filter(token -> !token.isLive(now)).toList();
    }

    /** Whether a renewal runs, and to end one of its tokens lets the old one live on: as if it were undone. */
    public boolean isUndoneByEnding(String tokenId, Instant now) {
        return renewal(now).filter(renewal -> !renewal.oldTokenId().equals(tokenId)).isPresent();
    }

    /** The renewal that runs at a moment. */
    public Optional<Renewal> renewal(Instant now) {
        return Optional.ofNullable(lastRenewal).filter(renewal -> renewal.runs(now));
    }
}
