package io.github.appkeys.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;

import io.github.appkeys.core.expiry.TokenEnd;
import io.github.appkeys.core.pair.AllowedNetworks;
import io.github.appkeys.core.pair.AppToken;
import io.github.appkeys.core.pair.RepeatableRandom;
import io.github.appkeys.core.reason.OAuthError;
import io.github.appkeys.core.reason.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairCredentialsTest {

    private static final Instant NOW = Instant.parse("2027-01-31T12:00:00Z");
    private static final String ADDRESS = "192.0.2.7";

    private final SecureRandom random = new RepeatableRandom(1);
    private final AppToken oldSecret = AppToken.generate(random);
    private final AppToken newSecret = AppToken.generate(random);
    private final PairCredentials.Token oldToken = new PairCredentials.Token("old", oldSecret.hash(),
            TokenEnd.planned(NOW, null));
    private final PairCredentials.Token newToken = new PairCredentials.Token("new", newSecret.hash(), null);

    @Test
    void findsEitherTokenOfARenewal() {
        PairCredentials pair = pair(AllowedNetworks.ANY, null);

        assertThat(pair.find(oldSecret.hash())).containsSame(oldToken);
        assertThat(pair.find(newSecret.hash())).containsSame(newToken);
        assertThat(pair.find(AppToken.generate(random).hash())).isEmpty();
    }

    @Test
    void findsNothingWhereThereIsNoToken() {
        assertThat(new PairCredentials("uuid", null, null, List.of()).find(newSecret.hash())).isEmpty();
    }

    @Test
    void decoyHasATokenToLookAtButNoneMatches() {
        assertThat(PairCredentials.DECOY.tokens()).hasSize(1);
        for (int i = 0; i < 1_000; i++) {
            assertThat(PairCredentials.DECOY.find(AppToken.generate(random).hash())).isEmpty();
        }
    }

    @Test
    void acceptsTheRightToken() {
        assertThat(verify(newToken, true, NOW, ADDRESS).isAccepted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-31T11:59:59.999Z, true",
        "2027-01-31T12:00:00Z, false",
        "2027-01-31T12:00:00.001Z, false",
    })
    void refusesATokenFromTheMillisecondOfItsEnd(Instant now, boolean accepted) {
        Verdict verdict = verify(oldToken, true, now, ADDRESS);

        assertThat(verdict.isAccepted()).isEqualTo(accepted);
        assertThat(verdict.reason()).isEqualTo(accepted ? null : Reason.EXPIRED);
        assertThat(verdict.description()).isEqualTo(accepted ? null : "This appToken expired at 2027-01-31T12:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-01T08:30:00Z, This pair is disabled since 2027-01-01T08:30:00Z",
        ", This pair is disabled",
    })
    void tellsSinceWhenAPairIsDisabledWhereThatIsKnown(Instant disabledAt, String description) {
        Verdict verdict = pair(AllowedNetworks.ANY, disabledAt).verify(newToken, false, NOW, ADDRESS);

        assertThat(verdict).isEqualTo(new Verdict(Reason.DISABLED, OAuthError.INVALID_CLIENT, description, null));
    }

    /** A moment that was not forgotten must not lock out a pair that is enabled again. */
    @Test
    void goesByTheClientNotByTheMomentItWasDisabled() {
        assertThat(pair(AllowedNetworks.ANY, NOW).verify(newToken, true, NOW, ADDRESS).isAccepted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.7, true", "192.0.3.7, false", "2001:db8::1, false", "unknown, false"})
    void refusesAnAddressOutsideTheNetworks(String address, boolean accepted) {
        Verdict verdict = verify(newToken, true, NOW, address);

        assertThat(verdict).isEqualTo(accepted ? Verdict.accepted() : new Verdict(Reason.ADDRESS_NOT_ALLOWED,
                OAuthError.INVALID_CLIENT, "This pair may not be used from the address " + address, null));
    }

    @Test
    void tellsWhatHindersMostFirst() {
        assertThat(verify(oldToken, false, NOW, "unknown").reason()).isEqualTo(Reason.DISABLED);
        assertThat(verify(oldToken, true, NOW, "unknown").reason()).isEqualTo(Reason.EXPIRED);
    }

    private Verdict verify(PairCredentials.Token token, boolean enabled, Instant now, String address) {
        return pair(new AllowedNetworks(List.of("192.0.2.0/24")), null).verify(token, enabled, now, address);
    }

    private PairCredentials pair(AllowedNetworks networks, Instant disabledAt) {
        return new PairCredentials("uuid", disabledAt, networks.toText(), List.of(oldToken, newToken));
    }
}
