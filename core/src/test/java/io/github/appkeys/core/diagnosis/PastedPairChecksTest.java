package io.github.appkeys.core.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.appkeys.core.exchange.PairCredentials;
import io.github.appkeys.core.pair.AppToken;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.pair.Samples;
import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PastedPairChecksTest {

    private static final String HERE = "here-id";
    private static final Pair ERP = SamplePair.of("erp-0", SamplePair.token("1", null));
    private static final AppToken TOKEN = AppToken.parse(Samples.TOKEN);
    private static final Finding OTHER_REALM = Finding.error(Occurrence.of(Reason.OTHER_REALM).with("realm", "shop"));
    private static final Finding UNKNOWN = Finding.error(Occurrence.of(Reason.UNKNOWN_KEY));

    private final StubDiagnosisStore store = new StubDiagnosisStore();
    private final Map<String, String> visible = new HashMap<>();
    private final PastedPairChecks checks = new PastedPairChecks(HERE,
            appKey -> Optional.of(ERP).filter(pair -> pair.appKey().equals(appKey)), "orphan"::equals,
            realmId -> Optional.ofNullable(visible.get(realmId)), store);

    @BeforeEach
    void onePair() {
        store.appKeys.add(ERP.appKey());
    }

    @Nested
    class ByAppKey {

        @Test
        void findsThePair() {
            assertFound(identify("erp-0", null), Finding.ok(Occurrence.of(Reason.UNKNOWN_KEY)));
        }

        @Test
        void findsAPairThatDiffersInCaseOrLooksAlike() {
            assertFound(identify("ERP-0", null),
                    Finding.error(Occurrence.of(Reason.CASE_MISMATCH).with("similar", "erp-0")));
            assertFound(identify("erp-O", Samples.TOKEN),
                    Finding.error(Occurrence.of(Reason.LOOK_ALIKE).with("similar", "erp-0")));
        }

        @Test
        void findsNoPairThatWasDeletedMeanwhile() {
            store.appKeys.set(0, "crm-0");

            assertNone(identify("crm-O", null),
                    Finding.error(Occurrence.of(Reason.LOOK_ALIKE).with("similar", "crm-0")));
        }

        @Test
        void namesAnotherRealmOnlyToThoseWhoMaySeeIt() {
            store.realms.add("secret-id");
            assertNone(identify("crm", null), UNKNOWN);

            store.realms.add("shop-id");
            visible.put("shop-id", "shop");
            assertNone(identify("crm", Samples.TOKEN), OTHER_REALM);
        }

        @Test
        void findsAClientWithoutAPair() {
            store.realms.add("shop-id");
            visible.put("shop-id", "shop");

            assertNone(identify("orphan", Samples.TOKEN), Finding.error(Occurrence.of(Reason.ORPHAN)));
        }

        @Test
        void saysWhereTheTokenBelongsIfTheAppKeyIsUnknown() {
            assertNone(identify("crm", Samples.TOKEN), UNKNOWN);

            store.owner = new DiagnosisStore.Owner(HERE, "erp-0");
            assertNone(identify("crm", Samples.TOKEN), UNKNOWN, otherPair(Severity.ERROR));
            assertNone(identify("crm", null), UNKNOWN);

            store.owner = new DiagnosisStore.Owner("shop-id", "crm");
            assertNone(identify("crm", Samples.TOKEN), UNKNOWN);
            visible.put("shop-id", "shop");
            assertNone(identify("crm", Samples.TOKEN), UNKNOWN, OTHER_REALM);
        }
    }

    @Nested
    class ByAppToken {

        @Test
        void findsItsPair() {
            store.owner = new DiagnosisStore.Owner(HERE, "erp-0");

            assertFound(identify(null, Samples.TOKEN), otherPair(Severity.OK));
        }

        @Test
        void saysThatNoPairHasIt() {
            Finding nowhere = Finding.error(Occurrence.of(Reason.WRONG_TOKEN).variant("unknown"));
            assertNone(identify(null, Samples.TOKEN), nowhere);

            store.owner = new DiagnosisStore.Owner("shop-id", "crm");
            assertNone(identify(null, Samples.TOKEN), nowhere);
        }

        @Test
        void namesAnotherRealm() {
            store.owner = new DiagnosisStore.Owner("shop-id", "crm");
            visible.put("shop-id", "shop");

            assertNone(identify(null, Samples.TOKEN), OTHER_REALM);
        }
    }

    @Test
    void findsNothingWhereNothingCanBeRead() {
        assertNone(identify("{{appKey}}", "{{appToken}}"));
    }

    @Nested
    class MatchOfATokenWithItsPair {

        @Test
        void isFoundAmongTheTokensOfThePair() {
            assertThat(checks.match(TOKEN, ERP, credentials("1"))).isEqualTo(new PastedPairChecks.Matched(
                    Optional.of(ERP.tokens().get(0)),
                    Finding.ok(Occurrence.of(Reason.WRONG_TOKEN).variant("hint").with("hint", "h1"))));
        }

        @Test
        void isWrongIfThePairDoesNotHaveIt() {
            Finding wrong = Finding.error(Occurrence.of(Reason.WRONG_TOKEN));

            assertUnmatched(Optional.empty(), wrong);
            assertUnmatched(Optional.of(PairCredentials.DECOY), wrong);
            assertUnmatched(credentials("removed meanwhile"), wrong);
        }

        @Test
        void namesThePairOrRealmItBelongsTo() {
            store.owner = new DiagnosisStore.Owner(HERE, "erp-0");
            assertUnmatched(Optional.empty(), otherPair(Severity.ERROR));

            store.owner = new DiagnosisStore.Owner("shop-id", "crm");
            assertUnmatched(Optional.empty(), Finding.error(Occurrence.of(Reason.WRONG_TOKEN)));
            visible.put("shop-id", "shop");
            assertUnmatched(Optional.empty(), OTHER_REALM);
        }

        private void assertUnmatched(Optional<PairCredentials> credentials, Finding finding) {
            assertThat(checks.match(TOKEN, ERP, credentials))
                    .isEqualTo(new PastedPairChecks.Matched(Optional.empty(), finding));
        }

        private Optional<PairCredentials> credentials(String tokenId) {
            return Optional.of(new PairCredentials("uuid", null, null,
                    List.of(new PairCredentials.Token(tokenId, TOKEN.hash(), null))));
        }
    }

    private PastedPairChecks.Identified identify(String appKey, String appToken) {
        return checks.identify(new PastedPair(appKey, appToken));
    }

    private static Finding otherPair(Severity severity) {
        return new Finding(severity, Occurrence.of(Reason.OTHER_PAIR).with("appKey", "erp-0"));
    }

    private static void assertFound(PastedPairChecks.Identified identified, Finding... findings) {
        assertThat(identified).isEqualTo(new PastedPairChecks.Identified(Optional.of(ERP), List.of(findings)));
    }

    private static void assertNone(PastedPairChecks.Identified identified, Finding... findings) {
        assertThat(identified).isEqualTo(new PastedPairChecks.Identified(Optional.empty(), List.of(findings)));
    }
}
