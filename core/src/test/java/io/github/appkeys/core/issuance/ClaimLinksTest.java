package io.github.appkeys.core.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import io.github.appkeys.core.ConflictException;
import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.pair.Maker;
import org.junit.jupiter.api.Test;

class ClaimLinksTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Maker ANA = new Maker("ana", "shop", "id of ana");
    private static final Maker BEA = new Maker("bea", "master", "id of bea");

    private final OnePair stored = new OnePair();
    private final ClaimLinks links = stored.claimLinks(DAY);

    private CreatedPair first() {
        return links.create(stored.pair(), null, ANA);
    }

    private CreatedPair claim(CreatedPair link) {
        return links.claim(links.find(link.claimCode()).orElseThrow(), link.claimCode(), "192.0.2.1");
    }

    @Test
    void theTokenIsCreatedWhenTheLinkIsUsed() {
        CreatedPair link = first();
        assertThat(link.appToken()).isNull();
        assertThat(stored.live()).isEmpty();

        CreatedPair claimed = claim(link);

        assertThat(claimed.appToken()).isNotNull();
        assertThat(stored.live()).hasSize(1);
        assertThat(stored.pair().claim().claimedFrom()).isEqualTo("192.0.2.1");
    }

    @Test
    void aLinkEndsAfterTheTimeOfTheRealm() {
        CreatedPair link = first();

        stored.pass(DAY.minusMillis(1));
        assertThat(stored.pair().hasPendingClaim(stored.instant())).isTrue();
        stored.pass(Duration.ofMillis(1));
        assertThat(stored.pair().hasPendingClaim(stored.instant())).isFalse();
        assertThatThrownBy(() -> claim(link)).isInstanceOf(ConflictException.class);
    }

    @Test
    void aLinkEndsNoLaterThanItsToken() {
        links.create(stored.pair(), stored.instant().plus(HOUR), ANA);

        assertThat(stored.pair().claim().expiresAt()).isEqualTo(OnePair.START.plus(HOUR));
    }

    @Test
    void aTokenThatWouldHaveEndedGetsNoLink() {
        assertThatThrownBy(() -> links.create(stored.pair(), stored.instant(), ANA))
                .isInstanceOf(InvalidValueException.class);
        assertThat(stored.pair().claim()).isNull();
    }

    @Test
    void aLinkIsUsedOnce() {
        CreatedPair link = first();
        claim(link);

        assertThatThrownBy(() -> claim(link)).isInstanceOf(ConflictException.class);
    }

    @Test
    void theOverlapBeginsWithTheClaim() {
        claim(first());
        String old = stored.pair().currentTokenId();
        CreatedPair link = links.renew(stored.pair(), new NewRenewal(new Overlap(HOUR.toSeconds()), null), ANA);
        stored.pass(HOUR.multipliedBy(3));
        assertThat(stored.live()).containsExactly(old);

        claim(link);

        assertThat(stored.live()).hasSize(2);
        stored.pass(HOUR);
        assertThat(stored.live()).hasSize(1).doesNotContain(old);
    }

    @Test
    void aRenewalWaitsForAPendingLink() {
        first();
        NewRenewal renewal = new NewRenewal(new Overlap(0L), null);

        assertThatThrownBy(() -> links.renew(stored.pair(), renewal, ANA)).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> stored.renewals(0).start(stored.pair(), renewal, "ana"))
                .isInstanceOf(ConflictException.class).hasMessageContaining("withdraw it first");
    }

    @Test
    void anotherLinkReplacesTheOneBefore() {
        CreatedPair lost = first();

        CreatedPair again = links.linkAgain(stored.pair(), BEA);

        assertThat(links.find(lost.claimCode())).isEmpty();
        assertThat(stored.pair().claim().maker()).isEqualTo(BEA);
        assertThat(claim(again).appToken()).isNotNull();
    }

    @Test
    void anotherLinkNeedsATokenThatWaits() {
        assertThatThrownBy(() -> links.linkAgain(stored.pair(), ANA)).isInstanceOf(ConflictException.class);
        claim(first());
        assertThatThrownBy(() -> links.linkAgain(stored.pair(), ANA)).isInstanceOf(ConflictException.class);
    }

    @Test
    void anotherLinkNeedsATokenThatHasNotEnded() {
        links.create(stored.pair(), stored.instant().plus(HOUR), ANA);
        stored.pass(HOUR);

        assertThatThrownBy(() -> links.linkAgain(stored.pair(), ANA)).isInstanceOf(ConflictException.class)
                .hasMessageContaining("would have expired");
    }

    @Test
    void ofTwoLinksAtTheSameMomentOneIsCreated() {
        stored.meanwhile(this::first);

        assertThatThrownBy(this::first).isInstanceOf(ConflictException.class);
    }

    @Test
    void aWithdrawnLinkCannotBeUsed() {
        CreatedPair link = first();

        assertThat(links.withdraw(stored.pair())).isTrue();
        assertThat(links.withdraw(stored.pair())).isFalse();
        assertThatThrownBy(() -> claim(link)).isInstanceOf(ConflictException.class);
    }
}
