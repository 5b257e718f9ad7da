package io.github.appkeys.core.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import io.github.appkeys.core.expiry.TokenEnd.Cause;
import io.github.appkeys.core.reason.ReasonMessages;
import org.junit.jupiter.api.Test;

class TokenEndTest {

    private static final Instant NOON = Instant.parse("2028-02-29T12:00:00Z");
    private static final Instant EVENING = Instant.parse("2028-02-29T18:00:00Z");

    @Test
    void isPlannedByExpiryOrRenewalWhicheverComesFirst() {
        assertThat(TokenEnd.planned(null, null)).isNull();
        assertThat(TokenEnd.planned(NOON, null)).isEqualTo(new TokenEnd(NOON, Cause.EXPIRED, false));
        assertThat(TokenEnd.planned(null, NOON)).isEqualTo(new TokenEnd(NOON, Cause.REPLACED, false));
        assertThat(TokenEnd.planned(NOON, EVENING).cause()).isEqualTo(Cause.EXPIRED);
        assertThat(TokenEnd.planned(EVENING, NOON)).isEqualTo(new TokenEnd(NOON, Cause.REPLACED, false));
        assertThat(TokenEnd.planned(NOON, NOON).cause()).isEqualTo(Cause.EXPIRED);
    }

    @Test
    void isReachedFromItsMillisecondOn() {
        TokenEnd end = TokenEnd.planned(NOON, null);

        assertThat(end.isReached(NOON.minusMillis(1))).isFalse();
        assertThat(end.isReached(NOON)).isTrue();
        assertThat(end.isReached(NOON.plusMillis(1))).isTrue();
    }

    @Test
    void staysSettledWhenTheClockIsPutBack() {
        assertThat(TokenEnd.settled(NOON, Cause.REVOKED).isReached(NOON.minusSeconds(3600))).isTrue();
        assertThat(TokenEnd.settled(EVENING, Cause.REVOKED).orBefore(TokenEnd.planned(NOON, null))
                .isReached(NOON.minusSeconds(3600))).isTrue();
    }

    @Test
    void tellsTheFirstEnd() {
        assertThat(words(TokenEnd.settled(EVENING, Cause.REVOKED).orBefore(TokenEnd.planned(NOON, null))))
                .isEqualTo("This appToken expired at 2028-02-29T12:00:00Z");
        assertThat(words(TokenEnd.settled(NOON, Cause.REVOKED).orBefore(TokenEnd.planned(EVENING, null))))
                .isEqualTo("This appToken was revoked at 2028-02-29T12:00:00Z");
        assertThat(TokenEnd.settled(NOON, Cause.UNDONE).orBefore(null).cause()).isEqualTo(Cause.UNDONE);
    }

    private static String words(TokenEnd end) {
        return ReasonMessages.ENGLISH.says(end.occurrence());
    }
}
