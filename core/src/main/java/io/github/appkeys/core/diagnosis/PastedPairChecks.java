package io.github.appkeys.core.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import io.github.appkeys.core.exchange.PairCredentials;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.pair.AppToken;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;

/**
 * Finds the pair that a pasted one belongs to. Findings never mention what the caller may not see: it is treated as if
 * it did not exist.
 */
public final class PastedPairChecks {

    private final String realmId;
    private final Function<String, Optional<Pair>> pairs;
    private final Predicate<String> orphans;
    private final Function<String, Optional<String>> visibleRealms;
    private final DiagnosisStore store;

    /**
     * The pair that was meant, and what was found on the way to it.
     *
     * @param pair     empty if there is none in this realm
     * @param findings in the order in which they were found
     */
    public record Identified(Optional<Pair> pair, List<Finding> findings) {

        private static Identified none(List<Finding> findings) {
            return new Identified(Optional.empty(), findings);
        }
    }

    /**
     * The token that was sent.
     *
     * @param token   empty if it is not one of the pair
     * @param finding whether it is
     */
    public record Matched(Optional<Pair.Token> token, Finding finding) {
    }

    /**
     * @param realmId       the realm in which the caller asks; they may see its pairs
     * @param pairs         finds a pair of the realm by its appKey
     * @param orphans       whether an appKey is that of an API client without a pair in the realm
     * @param visibleRealms the name of a realm by its id; empty for those whose pairs the caller may not see
     */
    public PastedPairChecks(String realmId, Function<String, Optional<Pair>> pairs, Predicate<String> orphans,
            Function<String, Optional<String>> visibleRealms, DiagnosisStore store) {
        this.realmId = realmId;
        this.pairs = pairs;
        this.orphans = orphans;
        this.visibleRealms = visibleRealms;
        this.store = store;
    }

    /** The pair that was meant: by its appKey if that can be read, else by its appToken. */
    public Identified identify(PastedPair pasted) {
        return pasted.key().map(key -> byKey(key, pasted.token()))
                .or(() -> pasted.token().map(this::byToken))
                .orElseGet(() -> Identified.none(List.of()));
    }

    /**
     * The token of a pair that was sent.
     *
     * @param credentials those of the pair; empty if it cannot be exchanged
     */
    public Matched match(AppToken sent, Pair pair, Optional<PairCredentials> credentials) {
        Optional<Pair.Token> token = credentials.flatMap(known -> known.find(sent.hash()))
                .flatMap(found -> pair.tokens().stream().filter(row -> row.id().equals(found.id())).findFirst());
        return new Matched(token, token.map(PastedPairChecks::matched).orElseGet(() -> Finding.error(
                place(sent).orElse(Occurrence.of(Reason.WRONG_TOKEN)))));
    }

    private static Finding matched(Pair.Token token) {
        Occurrence occurrence = Occurrence.of(Reason.WRONG_TOKEN);
        return Finding.ok(token.hasHint() ? occurrence.variant("hint").with("hint", token.hint()) : occurrence);
    }

    /** An existing appKey of the realm that looks like this one, see {@link LookAlikes}. */
    public Optional<String> similar(AppKey key) {
        return store.similar(realmId, LookAlikes.of(key)).stream().findFirst();
    }

    private Identified byKey(AppKey key, Optional<AppToken> token) {
        Optional<Pair> pair = pairs.apply(key.value());
        if (pair.isPresent()) {
            return new Identified(pair, List.of(Finding.ok(Occurrence.of(Reason.UNKNOWN_KEY))));
        }
        return similar(key).map(similar -> new Identified(pairs.apply(similar),
                        List.of(Finding.error(LookAlikes.occurrence(key, similar)))))
                .orElseGet(() -> Identified.none(elsewhere(key, token)));
    }

    private List<Finding> elsewhere(AppKey key, Optional<AppToken> token) {
        if (orphans.test(key.value())) {
            return List.of(Finding.error(Occurrence.of(Reason.ORPHAN)));
        }
        Optional<Occurrence> realm = store.realms(key).stream().flatMap(id -> otherRealm(id).stream()).findFirst();
        if (realm.isPresent()) {
            return List.of(Finding.error(realm.get()));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.error(Occurrence.of(Reason.UNKNOWN_KEY)));
        token.flatMap(this::place).map(Finding::error).ifPresent(findings::add);
        return findings;
    }

    private Identified byToken(AppToken token) {
        Optional<DiagnosisStore.Owner> owner = store.owner(token);
        return owner.filter(this::isHere).map(here -> new Identified(pairs.apply(here.appKey()),
                        List.of(Finding.ok(otherPair(here)))))
                .orElseGet(() -> Identified.none(List.of(Finding.error(
                        owner.flatMap(this::place).orElse(Occurrence.of(Reason.WRONG_TOKEN).variant("unknown"))))));
    }

    /** The other pair or realm to which a token belongs, as far as the caller may know. */
    private Optional<Occurrence> place(AppToken token) {
        return store.owner(token).flatMap(this::place);
    }

    private Optional<Occurrence> place(DiagnosisStore.Owner owner) {
        return isHere(owner) ? Optional.of(otherPair(owner)) : otherRealm(owner.realmId());
    }

    private static Occurrence otherPair(DiagnosisStore.Owner owner) {
        return Occurrence.of(Reason.OTHER_PAIR).with("appKey", owner.appKey());
    }

    private Optional<Occurrence> otherRealm(String id) {
        return visibleRealms.apply(id).map(name -> Occurrence.of(Reason.OTHER_REALM).with("realm", name));
    }

    private boolean isHere(DiagnosisStore.Owner owner) {
        return owner.realmId().equals(realmId);
    }
}
