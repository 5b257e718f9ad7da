package io.github.appkeys.core.issuance;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.github.appkeys.core.expiry.TokenEnd;
import io.github.appkeys.core.pair.AllowedNetworks;
import io.github.appkeys.core.pair.ExportedToken;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.pair.PairStore;
import io.github.appkeys.core.pair.StoredToken;
import io.github.appkeys.core.pair.TokenStore;

/** One pair in memory behind the three ports, with the conditions that their contracts name, and a clock to move. */
final class OnePair implements TokenStore, ClaimStore, InstantSource {

    static final Instant START = Instant.parse("2030-01-01T00:00:00Z");
    static final String REALM = "realm";
    private static final String APP_KEY = "shop";
    private static final String UUID = "uuid";

    private final List<Pair.Token> tokens = new ArrayList<>();
    private String current;
    private Pair.Renewal renewal;
    private Pair.Claim claim;
    private String codeHash;
    private Instant now = START;

    /** Called before a conditional change, to let another request come first. */
    private Runnable beforeChange = () -> { };

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    void meanwhile(Runnable change) {
        beforeChange = () -> {
            beforeChange = () -> { };
            change.run();
        };
    }

    Renewals renewals(long maxTokenAgeSeconds) {
        return new Renewals(REALM, pairs(), this, this, new TokenIssuer(maxTokenAgeSeconds), this);
    }

    ClaimLinks claimLinks(Duration life) {
        return new ClaimLinks(REALM, pairs(), this, renewals(0), life, this);
    }

    Pair pair() {
        return new Pair(APP_KEY, "Shop", null, true, true, true, START, "ana", UUID, "account", AllowedNetworks.ANY,
                null, current, renewal, claim, newestFirst(), List.of(), null, List.of());
    }

    private List<Pair.Token> newestFirst() {
        List<Pair.Token> list = new ArrayList<>();
        // as the store does: the old token of a renewal ends when that finishes
        tokens.forEach(token -> list.add(0, renewal == null || !token.id().equals(renewal.oldTokenId())
                || token.end() != null && token.end().settled() ? token : ending(token)));
        return list;
    }

    private Pair.Token ending(Pair.Token token) {
        Instant expiresAt = token.end() == null ? null : token.end().at();
        return with(token, TokenEnd.planned(expiresAt, renewal.finishAt()));
    }

    private static Pair.Token with(Pair.Token token, TokenEnd end) {
        return new Pair.Token(token.id(), token.hint(), token.createdAt(), token.createdBy(), end, token.endedBy(),
                token.lastUsedAt(), token.lastUsedFrom());
    }

    /** The ids of the tokens that work now, newest first. */
    List<String> live() {
        return pair().liveTokens(now).stream().map(Pair.Token::id).toList();
    }

    TokenEnd endOf(String tokenId) {
        return pair().tokens().stream().filter(token -> token.id().equals(tokenId)).findFirst().orElseThrow().end();
    }

    /** Reads the pair only: the others are not part of issuing appTokens. */
    private PairStore pairs() {
        InvocationHandler find = (proxy, method, arguments) -> {
            if (!method.getName().equals("find")) {
                throw new UnsupportedOperationException(method.getName());
            }
            return REALM.equals(arguments[0]) && APP_KEY.equals(arguments[1]) ? Optional.of(pair()) : Optional.empty();
        };
        return (PairStore) Proxy.newProxyInstance(PairStore.class.getClassLoader(), new Class<?>[] {PairStore.class},
                find);
    }

    @Override
    public boolean add(String clientUuid, StoredToken token, String expected, Pair.Renewal started) {
        beforeChange.run();
        if (!unchanged(expected)) {
            return false;
        }
        tokens.add(new Pair.Token(token.id(), token.hint(), token.createdAt(), token.createdBy(),
                TokenEnd.planned(token.expiresAt(), null), null, null, null));
        current = token.id();
        renewal = started;
        return true;
    }

    @Override
    public boolean endRenewal(String clientUuid, String oldTokenId, String newCurrent, Instant at) {
        if (renewal == null || !renewal.oldTokenId().equals(oldTokenId)
                || renewal.finishAt() != null && !renewal.finishAt().isAfter(at)) {
            return false;
        }
        renewal = null;
        current = newCurrent;
        return true;
    }

    @Override
    public boolean endRenewalByUse(String clientUuid, String oldTokenId, String used, Instant at) {
        beforeChange.run();
        return isUnused(oldTokenId, used) && endRenewal(clientUuid, oldTokenId, used, at);
    }

    @Override
    public boolean replaceUnused(String clientUuid, StoredToken token, String unused, Pair.Renewal again) {
        beforeChange.run();
        return isUnused(again.oldTokenId(), unused) && endRenewal(clientUuid, again.oldTokenId(), unused, now)
                && add(clientUuid, token, unused, again);
    }

    private boolean isUnused(String oldTokenId, String unused) {
        return renewal != null && renewal.byHolder() && renewal.oldTokenId().equals(oldTokenId)
                && unused.equals(current);
    }

    @Override
    public boolean hold(String clientUuid, String tokenId) {
        return tokens.stream().anyMatch(token -> token.id().equals(tokenId)
                && (token.end() == null || !token.end().settled()));
    }

    @Override
    public boolean end(String clientUuid, String tokenId, TokenEnd end, String by) {
        for (int i = 0; i < tokens.size(); i++) {
            Pair.Token token = tokens.get(i);
            if (token.id().equals(tokenId) && (token.end() == null || !token.end().settled())) {
                tokens.set(i, with(token, end.orBefore(token.end())));
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean put(String clientUuid, NewClaim put, String expectedToken, Instant expectedClaim) {
        beforeChange.run();
        if (!unchanged(expectedToken) || !Objects.equals(claim == null ? null : claim.createdAt(), expectedClaim)) {
            return false;
        }
        codeHash = put.codeHash();
        claim = new Pair.Claim(put.createdAt(), put.maker(), put.expiresAt(), null, null, null,
                put.tokenExpiresAt(), put.overlapSeconds());
        return true;
    }

    @Override
    public boolean claim(String clientUuid, String hash, Instant at, String address) {
        if (!pair().hasPendingClaim(at) || !hash.equals(codeHash)) {
            return false;
        }
        claim = new Pair.Claim(claim.createdAt(), claim.maker(), claim.expiresAt(), at, address, null,
                claim.tokenExpiresAt(), claim.overlapSeconds());
        return true;
    }

    @Override
    public boolean withdraw(String clientUuid, Instant at) {
        if (!pair().hasPendingClaim(at)) {
            return false;
        }
        claim = new Pair.Claim(claim.createdAt(), claim.maker(), claim.expiresAt(), null, null, at,
                claim.tokenExpiresAt(), claim.overlapSeconds());
        return true;
    }

    @Override
    public boolean forget(String clientUuid, Instant at) {
        if (pair().hasPendingClaim(at)) {
            return false;
        }
        claim = null;
        return true;
    }

    @Override
    public Optional<String> appKey(String realmId, String hash) {
        return REALM.equals(realmId) && hash.equals(codeHash) ? Optional.of(APP_KEY) : Optional.empty();
    }

    private boolean unchanged(String expected) {
        return Objects.equals(current, expected)
                && (renewal == null || renewal.finishAt() != null && !renewal.finishAt().isAfter(now));
    }

    @Override
    public void restore(String clientUuid, List<ExportedToken> restored, String newCurrent, Pair.Renewal running,
            Instant now) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, ExportedToken> kept(List<String> clientUuids) {
        throw new UnsupportedOperationException();
    }

}
