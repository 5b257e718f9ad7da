package io.github.appkeys.core.diagnosis;

import static io.github.appkeys.core.diagnosis.SamplePair.NOW;
import static io.github.appkeys.core.diagnosis.SamplePair.days;
import static io.github.appkeys.core.diagnosis.SamplePair.token;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;

import io.github.appkeys.core.expiry.TokenEnd;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokenChecksTest {

    private static final String KEY = "erp";
    private static final Instant SOON = NOW.plus(days(30));
    private static final Instant LATER = NOW.plus(days(31));
    private static final Instant EVEN_LATER = NOW.plus(days(60));
    private static final Instant PAST = NOW.minus(days(1));

    private static final Pair.Token FOREVER = token("1", null);
    private static final Pair.Token LONG = token("2", TokenEnd.planned(LATER, null));
    private static final Pair.Token SHORT = token("3", TokenEnd.planned(SOON, null));
    private static final Pair.Token EXPIRED = token("4", TokenEnd.planned(PAST, null));

    @Nested
    class OfAPair {

        @Test
        void aTokenWithoutAnEndWorks() {
            assertThat(TokenChecks.of(SamplePair.of(KEY, FOREVER), NOW)).containsExactly(worksForever());
        }

        @Test
        void aTokenWorksUntilItsEnd() {
            assertThat(TokenChecks.of(SamplePair.of(KEY, LONG), NOW)).containsExactly(worksUntil(LATER));
        }

        @Test
        void anEndWithinTheWarningTimeIsAWarning() {
            assertThat(TokenChecks.of(SamplePair.of(KEY, SHORT), NOW))
                    .containsExactly(worksUntil(SOON), expiring(SHORT));
        }

        @Test
        void ofSeveralTheLastEndCounts() {
            Pair.Token longest = token("5", TokenEnd.planned(EVEN_LATER, null));

            assertThat(TokenChecks.of(SamplePair.of(KEY, SHORT, longest, LONG, EXPIRED), NOW))
                    .containsExactly(worksUntil(EVEN_LATER), expiring(SHORT));
            assertThat(TokenChecks.of(SamplePair.of(KEY, LONG, FOREVER), NOW)).containsExactly(worksForever());
        }

        @Test
        void withoutALiveTokenTheEndOfTheNewestIsTheError() {
            Pair.Token revoked = token("6", TokenEnd.settled(PAST, TokenEnd.Cause.REVOKED));

            assertThat(TokenChecks.of(SamplePair.of(KEY, revoked, EXPIRED), NOW))
                    .containsExactly(Finding.error(revoked.end().occurrence()));
        }

        @Test
        void withoutATokenThatIsTheError() {
            assertThat(TokenChecks.of(SamplePair.of(KEY), NOW))
                    .containsExactly(Finding.error(Occurrence.of(Reason.NO_TOKEN)));
        }

        @Test
        void aTokenEndsAtItsEndAndNotAfterIt() {
            Pair pair = SamplePair.of(KEY, token("7", TokenEnd.planned(NOW, null)));

            assertThat(TokenChecks.of(pair, NOW.minusMillis(1))).extracting(Finding::severity)
                    .containsExactly(Severity.OK, Severity.WARN);
            assertThat(TokenChecks.of(pair, NOW)).extracting(Finding::severity).containsExactly(Severity.ERROR);
        }
    }

    @Nested
    class OfARenewal {

        private final Pair.Token old = token("8", TokenEnd.planned(null, SOON));

        @Test
        void theOldTokenIsToldOnce() {
            Pair pair = SamplePair.of(KEY, new Pair.Renewal(PAST, SOON, old.id()), FOREVER, old);

            assertThat(TokenChecks.of(pair, NOW)).containsExactly(worksForever(), renewalUntil(SOON));
            assertThat(TokenChecks.of(old, pair, NOW)).containsExactly(worksUntil(SOON), renewalUntil(SOON));
        }

        @Test
        void thatIsFinishedByHandHasNoEnd() {
            Pair pair = SamplePair.of(KEY, new Pair.Renewal(PAST, null, FOREVER.id()), LONG, FOREVER);

            assertThat(TokenChecks.of(pair, NOW)).containsExactly(worksForever(),
                    Finding.warn(Occurrence.of(Reason.RENEWAL_RUNNING)));
        }

        @Test
        void thatIsOverIsNotMentioned() {
            Pair pair = SamplePair.of(KEY, new Pair.Renewal(PAST, NOW, old.id()), FOREVER);

            assertThat(TokenChecks.of(pair, NOW)).containsExactly(worksForever());
        }
    }

    @Nested
    class OfTheTokenThatIsUsed {

        @Test
        void theOthersDoNotCount() {
            Pair pair = SamplePair.of(KEY, FOREVER, SHORT, LONG);

            assertThat(TokenChecks.of(LONG, pair, NOW)).containsExactly(worksUntil(LATER));
            assertThat(TokenChecks.of(SHORT, pair, NOW)).containsExactly(worksUntil(SOON), expiring(SHORT));
        }

        @ParameterizedTest
        @EnumSource
        void anEndIsNamedWithItsCause(TokenEnd.Cause cause) {
            Pair.Token ended = token("9", TokenEnd.settled(PAST, cause));

            assertThat(TokenChecks.of(ended, SamplePair.of(KEY, FOREVER, ended), NOW))
                    .containsExactly(Finding.error(ended.end().refusal()));
        }

        @ParameterizedTest
        @EnumSource
        void oneThatWasReplacedOrRevokedHasAReasonOfItsOwn(TokenEnd.Cause cause) {
            boolean byAct = Set.of(TokenEnd.Cause.REPLACED, TokenEnd.Cause.UNDONE, TokenEnd.Cause.REVOKED,
                    TokenEnd.Cause.LEAKED, TokenEnd.Cause.DISCLOSED).contains(cause);

            assertThat(TokenEnd.settled(PAST, cause).refusal().reason())
                    .isEqualTo(byAct ? Reason.ENDED_TOKEN : Reason.EXPIRED);
        }
    }

    private static Finding worksForever() {
        return Finding.ok(Occurrence.of(Reason.EXPIRED));
    }

    private static Finding worksUntil(Instant at) {
        return Finding.ok(Occurrence.of(Reason.EXPIRED).variant("until").with("at", at));
    }

    private static Finding expiring(Pair.Token token) {
        return Finding.warn(Occurrence.of(Reason.EXPIRING).variant("hint").with("hint", token.hint())
                .with("at", token.end().at()));
    }

    private static Finding renewalUntil(Instant at) {
        return Finding.warn(Occurrence.of(Reason.RENEWAL_RUNNING).variant("until").with("at", at));
    }
}
