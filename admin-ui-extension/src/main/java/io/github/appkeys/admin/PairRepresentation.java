package io.github.appkeys.admin;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.appkeys.core.expiry.TokenEnd;
import io.github.appkeys.core.expiry.TokenStatus;
import io.github.appkeys.core.pair.ClaimStatus;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.pair.PairStatus;
import io.github.appkeys.core.pair.RoleRef;
import io.github.appkeys.core.reason.Reason;
import io.github.appkeys.core.status.StatusReason;
import io.github.appkeys.core.store.KeycloakClock;

/** A pair as JSON. Moments are ISO 8601 texts in UTC. Holds no secret. */
@JsonInclude
public record PairRepresentation(String appKey, String label, String description, boolean enabled, PairStatus status,
        Reason statusReason, String createdAt, String createdBy, String clientUuid, String serviceAccountUserId,
        List<String> allowedNetworks, String contact, String lastUsedAt, String lastUsedFrom, List<Token> tokens,
        List<EndedToken> endedTokens, Renewal renewal, Claim claim, List<Role> roles,
        boolean decoy, List<Alarm> alarms) {

    /** What was seen of an appToken that should not be, and needs care. */
    @JsonInclude
    record Alarm(Pair.AlarmKind kind, String token, String firstAt, String lastAt, long times, String place,
            String address, String endsAt) {

        static Alarm of(Pair.Alarm alarm) {
            return new Alarm(alarm.kind(), alarm.tokenId(), text(alarm.firstAt()), text(alarm.lastAt()), alarm.times(),
                    alarm.place(), alarm.address(), text(alarm.endsAt()));
        }
    }

    /** An appToken without its secret. */
    @JsonInclude
    record Token(String id, String hint, String createdAt, String createdBy, String expiresAt, String lastUsedAt,
            String lastUsedFrom, TokenStatus status) {
    }

    /** An appToken that has ended; endedBy is null if that was no user, or is not known. */
    @JsonInclude
    record EndedToken(String id, String hint, String createdAt, String createdBy, String endedAt, String endedBy,
            TokenEnd.Cause cause, String lastUsedAt, String lastUsedFrom) {
    }

    /** A running renewal; finishAt is null if it does not finish by itself, byHolder if the holder started it. */
    @JsonInclude
    record Renewal(String startedAt, String finishAt, boolean byHolder) {
    }

    /** The last claim link; claimedAt and claimedFrom are null if it was not used. */
    @JsonInclude
    record Claim(ClaimStatus status, String createdAt, String createdBy, String expiresAt, String claimedAt,
            String claimedFrom) {
    }

    /** A {@link RoleRef} as JSON. Keycloak omits null fields unless the record has this annotation. */
    @JsonInclude
    record Role(String name, String client) {

        static Role of(RoleRef role) {
            return new Role(role.name(), role.client());
        }
    }

    /** A pair as it is now. */
    static PairRepresentation of(Pair pair) {
        return of(pair, KeycloakClock.now());
    }

    static PairRepresentation of(Pair pair, Instant now) {
        return new PairRepresentation(pair.appKey(), pair.label(), pair.description(), pair.enabled(), pair.status(now),
                StatusReason.of(pair, now).orElse(null), text(pair.createdAt()),
                pair.createdBy(), pair.clientUuid(), pair.serviceAccountUserId(),
                pair.allowedNetworks().blocks(), pair.contact(),
                pair.lastUse() == null ? null : text(pair.lastUse().at()),
                pair.lastUse() == null ? null : pair.lastUse().from(),
                pair.shownTokens(now).stream().map(token -> token(token, now)).toList(),
                pair.endedTokens(now).stream().map(PairRepresentation::ended).toList(),
                pair.renewal(now).map(PairRepresentation::renewal).orElse(null), claim(pair.claim(), now),
                roles(pair.roles()), pair.isDecoy(), pair.openAlarms(now).stream().map(Alarm::of).toList());
    }

    static List<Role> roles(List<RoleRef> roles) {
        return roles.stream().map(Role::of).toList();
    }

    private static Token token(Pair.Token token, Instant now) {
        return new Token(token.id(), token.hint(), text(token.createdAt()), token.createdBy(),
                token.end() == null ? null : text(token.end().at()), text(token.lastUsedAt()), token.lastUsedFrom(),
                token.status(now));
    }

    private static EndedToken ended(Pair.Token token) {
        return new EndedToken(token.id(), token.hint(), text(token.createdAt()), token.createdBy(),
                text(token.end().at()), token.endedBy(), token.end().cause(), text(token.lastUsedAt()),
                token.lastUsedFrom());
    }

    private static Renewal renewal(Pair.Renewal renewal) {
        return new Renewal(text(renewal.startedAt()), text(renewal.finishAt()), renewal.byHolder());
    }

    private static Claim claim(Pair.Claim claim, Instant now) {
        return claim == null ? null : new Claim(claim.status(now), text(claim.createdAt()), claim.createdBy(),
                text(claim.expiresAt()), text(claim.claimedAt()), claim.claimedFrom());
    }

    private static String text(Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
