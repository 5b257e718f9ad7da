package io.github.appkeys.core.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;

import io.github.appkeys.core.ConflictException;
import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.expiry.TokenEnd;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RenewalsTest {

    private static final String BY = "bea";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final NewRenewal AN_HOUR = new NewRenewal(new Overlap(HOUR.toSeconds()), null);
    private static final NewRenewal NO_OVERLAP = new NewRenewal(new Overlap(0L), null);
    private static final NewRenewal BY_HAND = new NewRenewal(Overlap.UNTIL_FINISHED, null);

    private final OnePair stored = new OnePair();
    private final Renewals renewals = stored.renewals(0);
    private String old;

    @BeforeEach
    void theFirstToken() {
        start(NO_OVERLAP);
        old = stored.pair().currentTokenId();
        stored.pass(HOUR);
    }

    private String start(NewRenewal renewal) {
        renewals.start(stored.pair(), renewal, "ana");
        return stored.pair().currentTokenId();
    }

    @Nested
    class Start {

        @Test
        void withAnOverlapBothWorkUntilItEnds() {
            String fresh = start(AN_HOUR);

            assertThat(stored.live()).containsExactly(fresh, old);
            stored.pass(HOUR.minusMillis(1));
            assertThat(stored.live()).containsExactly(fresh, old);
            stored.pass(Duration.ofMillis(1));
            assertThat(stored.live()).containsExactly(fresh);
            assertThat(stored.endOf(old).cause()).isEqualTo(TokenEnd.Cause.REPLACED);
        }

        @Test
        void withoutOverlapTheOldOneEndsAtOnce() {
            assertThat(stored.live()).containsExactly(old);

            String fresh = start(NO_OVERLAP);

            assertThat(stored.live()).containsExactly(fresh);
            assertThat(stored.endOf(old)).isEqualTo(TokenEnd.settled(stored.instant(), TokenEnd.Cause.REPLACED));
            assertThat(stored.pair().renewal(stored.instant())).isEmpty();
        }

        @Test
        void anExpiredTokenIsReplacedWithoutOverlap() {
            start(new NewRenewal(new Overlap(0L), stored.instant().plus(HOUR)));
            stored.pass(HOUR);

            String fresh = start(AN_HOUR);

            assertThat(stored.live()).containsExactly(fresh);
            assertThat(stored.pair().renewal(stored.instant())).isEmpty();
        }

        @Test
        void aRunningRenewalIsFinishedOrUndoneFirst() {
            start(BY_HAND);

            assertThatThrownBy(() -> start(BY_HAND)).isInstanceOf(ConflictException.class)
                    .hasMessageContaining("finish or undo it first");
        }

        @Test
        void aRenewalThatIsOverIsReplaced() {
            String second = start(AN_HOUR);
            stored.pass(HOUR);

            String third = start(BY_HAND);

            assertThat(stored.live()).containsExactly(third, second);
            assertThat(stored.endOf(old).settled()).isTrue();
        }

        @Test
        void ofTwoAtTheSameMomentOneSucceeds() {
            stored.meanwhile(() -> start(NO_OVERLAP));

            assertThatThrownBy(() -> start(NO_OVERLAP)).isInstanceOf(ConflictException.class);
            assertThat(stored.live()).hasSize(1);
        }

        @Test
        void theNewTokenMustEndInTheFuture() {
            Instant now = stored.instant();

            assertThatThrownBy(() -> start(new NewRenewal(new Overlap(0L), now)))
                    .isInstanceOf(InvalidValueException.class);
            assertThat(stored.live()).containsExactly(old);
        }

        @Test
        void theLimitOfTheRealmShortensItsLife() {
            stored.renewals(60).start(stored.pair(), NO_OVERLAP, "ana");

            assertThat(stored.endOf(stored.pair().currentTokenId()).at()).isEqualTo(stored.instant().plusSeconds(60));
        }
    }

    @Nested
    class ByHolder {

        @Test
        void theOldOneEndsAtTheFirstUseOfTheNewOne() {
            String fresh = byHolder(old);

            assertThat(stored.live()).containsExactly(fresh, old);
            assertThat(stored.pair().renewal(stored.instant()).orElseThrow().byHolder()).isTrue();
            stored.pass(HOUR);
            assertThat(renewals.finishByUse("uuid", fresh, old)).isTrue();
            assertThat(stored.live()).containsExactly(fresh);
            assertThat(stored.endOf(old)).isEqualTo(TokenEnd.settled(stored.instant(), TokenEnd.Cause.REPLACED));
            assertThat(renewals.finishByUse("uuid", fresh, old)).isFalse();
            assertThat(renewals.isLive("uuid", fresh)).isTrue();
            assertThat(renewals.isLive("uuid", old)).isFalse();
        }

        @Test
        void anUnusedOneIsReplaced() {
            String lost = byHolder(old);
            stored.pass(HOUR);

            String fresh = byHolder(old);

            assertThat(stored.live()).containsExactly(fresh, old);
            assertThat(stored.endOf(lost).cause()).isEqualTo(TokenEnd.Cause.REPLACED);
            assertThat(renewals.finishByUse("uuid", lost, old)).isFalse();
            assertThat(renewals.isLive("uuid", lost)).isFalse();
            assertThat(stored.live()).containsExactly(fresh, old);
        }

        @Test
        void oneThatWasJustUsedIsNotReplaced() {
            String fresh = byHolder(old);
            stored.meanwhile(() -> renewals.finishByUse("uuid", fresh, old));

            assertThatThrownBy(() -> byHolder(old)).isInstanceOf(ConflictException.class);
            assertThat(stored.live()).containsExactly(fresh);
        }

        @Test
        void ofTwoAtTheSameMomentOneSucceeds() {
            stored.meanwhile(() -> byHolder(old));

            assertThatThrownBy(() -> byHolder(old)).isInstanceOf(ConflictException.class);
            assertThat(stored.live()).hasSize(2).contains(old);
        }

        @Test
        void aRevocationProlongsNothingThatAnAdministratorEnds() {
            String second = start(AN_HOUR);

            assertThat(renewals.revokeByHolder(stored.pair(), second)).isTrue();
            assertThat(renewals.revokeByHolder(stored.pair(), second)).isFalse();

            assertThat(stored.live()).containsExactly(old);
            assertThat(stored.endOf(old).at()).isEqualTo(stored.instant().plus(HOUR));
            assertThat(renewals.undo(stored.pair(), BY)).isTrue();
            assertThat(stored.endOf(old)).isNull();
            String third = byHolder(old);
            assertThat(renewals.revokeByHolder(stored.pair(), third)).isTrue();
            assertThat(stored.pair().renewal(stored.instant())).isEmpty();
            assertThat(stored.live()).containsExactly(old);
        }

        @Test
        void onlyAValidOneIsRenewedAndNoOtherRenewalDisturbed() {
            renewals.revoke(stored.pair(), old, BY);
            assertThatThrownBy(() -> byHolder(old)).isInstanceOf(ConflictException.class);

            String second = start(NO_OVERLAP);
            String third = start(BY_HAND);
            assertThatThrownBy(() -> byHolder(second)).isInstanceOf(ConflictException.class)
                    .hasMessageContaining("is running");
            assertThatThrownBy(() -> byHolder(third)).isInstanceOf(ConflictException.class);
            assertThat(stored.live()).containsExactly(third, second);
        }

        @Test
        void theNewOneHasTheLengthOfLifeOfTheOldOneAtMost() {
            start(new NewRenewal(new Overlap(0L), stored.instant().plus(HOUR)));
            String hourly = stored.pair().currentTokenId();
            stored.pass(HOUR.dividedBy(2));

            renewals.renewByHolder(stored.pair(), hourly, stored.instant().plus(HOUR.multipliedBy(2)));
            assertThat(end()).isEqualTo(stored.instant().plus(HOUR));
            assertThat(stored.pair().renewal(stored.instant()).orElseThrow().finishAt())
                    .isEqualTo(stored.instant().plus(HOUR.dividedBy(2)));
            renewals.renewByHolder(stored.pair(), hourly, stored.instant().plusSeconds(60));
            assertThat(end()).isEqualTo(stored.instant().plusSeconds(60));
            stored.renewals(30).renewByHolder(stored.pair(), hourly, null);
            assertThat(end()).isEqualTo(stored.instant().plusSeconds(30));
            Instant now = stored.instant();
            assertThatThrownBy(() -> renewals.renewByHolder(stored.pair(), hourly, now))
                    .isInstanceOf(InvalidValueException.class);
        }

        @Test
        void afterTheEndOfTheOldOneTheUnusedOneIsRenewed() {
            start(new NewRenewal(new Overlap(0L), stored.instant().plus(HOUR)));
            String first = stored.pair().currentTokenId();
            String second = byHolder(first);
            stored.pass(HOUR.dividedBy(2));
            second = byHolder(first);
            stored.pass(HOUR.dividedBy(2));
            assertThat(stored.live()).containsExactly(second);

            String third = byHolder(second);

            assertThat(stored.live()).containsExactly(third, second);
            assertThat(stored.endOf(first).cause()).isEqualTo(TokenEnd.Cause.EXPIRED);
        }

        private Instant end() {
            return stored.endOf(stored.pair().currentTokenId()).at();
        }

        private String byHolder(String tokenId) {
            return renewals.renewByHolder(stored.pair(), tokenId, null).pair().currentTokenId();
        }
    }

    @Nested
    class Finish {

        @Test
        void endsTheOldToken() {
            String fresh = start(BY_HAND);

            assertThat(renewals.finish(stored.pair(), BY)).isTrue();
            assertThat(stored.live()).containsExactly(fresh);
            assertThat(renewals.finish(stored.pair(), BY)).isFalse();
        }

        @Test
        void isNotPossibleAfterTheOverlap() {
            start(AN_HOUR);
            stored.pass(HOUR);

            assertThat(renewals.finish(stored.pair(), BY)).isFalse();
        }
    }

    @Nested
    class Undo {

        @Test
        void endsTheNewTokenAndKeepsTheOldOneWithoutEnd() {
            String fresh = start(AN_HOUR);

            assertThat(renewals.undo(stored.pair(), BY)).isTrue();
            stored.pass(HOUR.multipliedBy(2));
            assertThat(stored.live()).containsExactly(old);
            assertThat(stored.endOf(fresh).cause()).isEqualTo(TokenEnd.Cause.UNDONE);
            assertThat(stored.pair().currentTokenId()).isEqualTo(old);
        }

        @Test
        void isNotPossibleAfterTheOverlap() {
            start(AN_HOUR);
            stored.pass(HOUR);

            assertThat(renewals.undo(stored.pair(), BY)).isFalse();
        }
    }

    @Nested
    class Revoke {

        @Test
        void ofTheNewTokenKeepsTheOldOneAsItWas() {
            String fresh = start(AN_HOUR);

            assertThat(renewals.revoke(stored.pair(), fresh, BY)).isTrue();
            stored.pass(HOUR.multipliedBy(2));
            assertThat(stored.live()).containsExactly(old);
        }

        @Test
        void ofTheOldTokenKeepsTheNewOne() {
            String fresh = start(AN_HOUR);

            assertThat(renewals.revoke(stored.pair(), old, BY)).isTrue();
            assertThat(stored.live()).containsExactly(fresh);
            assertThat(stored.endOf(old).cause()).isEqualTo(TokenEnd.Cause.REVOKED);
        }

        @Test
        void ofTheOnlyTokenLeavesNone() {
            assertThat(renewals.revoke(stored.pair(), old, BY)).isTrue();
            assertThat(stored.live()).isEmpty();
            assertThat(renewals.revoke(stored.pair(), old, BY)).isFalse();
        }

        @Test
        void ofAnUnknownTokenDoesNothing() {
            assertThat(renewals.revoke(stored.pair(), "other", BY)).isFalse();
            assertThat(stored.live()).containsExactly(old);
        }

        @Test
        void anIdleTokenEndsWithThatCause() {
            assertThat(renewals.switchOff(stored.pair(), old)).isTrue();
            assertThat(stored.endOf(old).cause()).isEqualTo(TokenEnd.Cause.IDLE);
        }
    }
}
