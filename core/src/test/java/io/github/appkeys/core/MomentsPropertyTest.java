package io.github.appkeys.core;

import static io.github.appkeys.core.Refusable.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

import io.github.appkeys.core.expiry.TokenEnd;
import io.github.appkeys.core.passwordgrants.Cutoff;
import io.github.appkeys.core.passwordgrants.DeprecationHeaders;
import io.github.appkeys.core.passwordgrants.GrantRuling;
import io.github.appkeys.core.reason.ErrorPage;
import io.github.appkeys.core.reason.Reason;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Moments, and the headers and addresses that are made of settings. */
class MomentsPropertyTest {

    /** The last second of the year 9999, in seconds since 1970. */
    private static final long LAST = 253_402_300_798L;

    @Property
    void aMomentIsReadInEachTimeZone(@ForAll @LongRange(min = 1, max = LAST) long second,
            @ForAll @IntRange(min = -720, max = 720) int minutes) {
        Instant at = Instant.ofEpochSecond(second);
        String text = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.atOffset(ZoneOffset.ofTotalSeconds(minutes * 60)));

        accepted(() -> new Cutoff(text)).ifPresent(cutoff -> assertThat(cutoff.at()).isEqualTo(at));
        assertThat(new Cutoff(at.toString()).at()).isEqualTo(at);
        assertThat(new Cutoff(at.toString()).isReached(at)).isTrue();
        assertThat(new Cutoff(at.toString()).isReached(at.minusNanos(1))).isFalse();
    }

    @Property
    void anyTextIsAMomentOrRefused(@ForAll(supplier = Texts.class) String text) {
        accepted(() -> new Cutoff(text)).ifPresent(cutoff -> {
            assertThat(cutoff).hasToString(text);
            assertThat(new Cutoff(cutoff.at().toString()).at()).isEqualTo(cutoff.at());
        });
    }

    @Property
    void anAddressThatIsAcceptedCanStandInAHeader(@ForAll(supplier = Texts.class) String text) {
        for (String url : new String[] {text, "https://example.org/" + text}) {
            Optional<ErrorPage> page = ErrorPage.of(url);
            page.ifPresent(read -> {
                assertThat(read.url()).isEqualTo(url).matches("[!-~]+").doesNotContain("\"", "<", ">", "\\");
                assertThat(ErrorPage.of(read.url())).isEqualTo(page);
                assertThat(read.uri(Reason.EXPIRED)).matches("[!-~]+");
            });
        }
    }

    @Property
    void theAnnouncementIsOfPrintableCharacters(@ForAll @LongRange(min = 1, max = LAST) long end,
            @ForAll @LongRange(min = 0, max = LAST) long announced, @ForAll(supplier = Texts.class) String text) {
        String url = ErrorPage.of("https://example.org/" + text).map(ErrorPage::url).orElse(null);
        Cutoff cutoff = new Cutoff(Instant.ofEpochSecond(end).toString());
        Map<String, String> headers = DeprecationHeaders.of(
                new GrantRuling(GrantRuling.Outcome.DEPRECATED, cutoff, url), Instant.ofEpochSecond(announced));

        assertThat(headers.values()).allSatisfy(value -> assertThat(value).matches("[ -~]+"));
        assertThat(Long.parseLong(headers.get("Deprecation").substring(1))).isLessThanOrEqualTo(end);
        assertThat(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(headers.get("Sunset"))))
                .isEqualTo(cutoff.at());
    }

    @Property
    void theEarlierEndCounts(@ForAll @LongRange(min = 0, max = LAST) long expires,
            @ForAll @LongRange(min = 0, max = LAST) long replaced) {
        TokenEnd end = TokenEnd.planned(Instant.ofEpochSecond(expires), Instant.ofEpochSecond(replaced));

        assertThat(end.at().getEpochSecond()).isEqualTo(Math.min(expires, replaced));
        assertThat(end.isReached(end.at())).isTrue();
        assertThat(end.isReached(end.at().minusNanos(1))).isFalse();
        assertThat(TokenEnd.settled(Instant.ofEpochSecond(expires), TokenEnd.Cause.REVOKED)
                .orBefore(end).at()).isBeforeOrEqualTo(end.at());
    }
}
