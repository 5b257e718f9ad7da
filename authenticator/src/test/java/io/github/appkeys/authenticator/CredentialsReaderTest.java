package io.github.appkeys.authenticator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import io.github.appkeys.core.exchange.HeaderNames;
import io.github.appkeys.core.exchange.PresentedPair;
import io.github.appkeys.core.reason.OAuthError;
import io.github.appkeys.core.reason.Reason;
import jakarta.ws.rs.core.MediaType;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsReaderTest {

    private static final String KEY = "appkey-shop-0123456789";
    private static final String TOKEN = "apptoken_0123456789abcdefghijklmnopqrstuvwxyzABCDEFG1jCQwk";
    private static final String SECRET = "a client secret";
    private static final HeaderNames NAMES = new HeaderNames("X-Partner-Key", "X-Partner-Token");

    private final SentRequest request = new SentRequest();

    @Nested
    class Headers {

        @ParameterizedTest
        @CsvSource({
            "X-Partner-Key, X-Partner-Token",
            "x-partner-key, X-PARTNER-TOKEN",
            "X-App-Key,     X-App-Token",
            "X-Partner-Key, X-App-Token",
            "X-App-Key,     X-Partner-Token"})
        void holdAPairUnderTheConfiguredAndTheShortNames(String keyHeader, String tokenHeader) {
            request.header(keyHeader, KEY).header(tokenHeader, TOKEN);

            ReadResult.PairFound found = pair();

            assertThat(found.check().isAccepted()).isTrue();
            assertThat(found.pair().key().value()).isEqualTo(KEY);
            assertThat(found.pair().token().reveal()).isEqualTo(TOKEN);
        }

        @Test
        void holdNoPairUnderOtherNames() {
            request.header("X-VTEX-API-AppKey", KEY).header("X-VTEX-API-AppToken", TOKEN);

            assertThat(read()).isInstanceOf(ReadResult.NothingFound.class);
        }

        @Test
        void areAPairWithOneHalfOnlyAndWithoutAMark() {
            request.header("X-Partner-Token", "no mark");

            assertPlaces(pair().pair(), "header X-Partner-Key", "header X-Partner-Token");
            assertThat(pair().check().reason()).isEqualTo(Reason.MISSING_HEADER);
        }

        @Test
        void areReadUnderBothNames() {
            request.header("X-Partner-Key", KEY).header("X-App-Key", "other").header("X-App-Token", TOKEN);

            assertPlaces(pair().pair(), "header X-Partner-Key", "header X-App-Token");
            assertThat(pair().pair().appKey().values()).containsExactly(KEY, "other");
            assertThat(pair().check().reason()).isEqualTo(Reason.DUPLICATE_HEADER);
        }

        @Test
        void areReadOnceWhereTheShortNamesAreConfigured() {
            request.header("X-App-Key", KEY).header("X-App-Token", TOKEN);

            ReadResult found = new CredentialsReader(request, new HeaderNames("x-app-key", "X-App-Token")).read();

            assertThat(((ReadResult.PairFound) found).pair().appKey().values()).containsExactly(KEY);
        }
    }

    /** Headers hold the pair, whatever else the request has; what else it has may make it a bad request. */
    @Nested
    class HeadersBesideOtherCredentials {

        @Test
        void mayNameTheSameAppKeyInTheForm() {
            inHeaders().parameter("client_id", KEY);

            assertThat(pair().check().isAccepted()).isTrue();
        }

        @Test
        void mayStandBesideAnEmptyClientSecret() {
            inHeaders().parameter("client_id", KEY).parameter("client_secret", "");

            assertThat(pair().check().isAccepted()).isTrue();
        }

        @Test
        void mayNotNameAnotherClientInTheForm() {
            inHeaders().parameter("client_id", "shop-frontend");

            assertThat(pair().check().error()).isEqualTo(OAuthError.INVALID_REQUEST);
        }

        @Test
        void mayNotStandBesideAClientSecret() {
            inHeaders().parameter("client_id", KEY).parameter("client_secret", SECRET);

            assertSentTwice();
        }

        @Test
        void mayNotStandBesideHttpBasic() {
            inHeaders().header("Authorization", basic(KEY, TOKEN));

            assertSentTwice();
        }

        @Test
        void mayNotStandBesideAClientAssertion() {
            inHeaders().parameter("client_assertion", "e30.e30.x");

            assertSentTwice();
        }

        private SentRequest inHeaders() {
            return request.header("X-Partner-Key", KEY).header("X-Partner-Token", TOKEN);
        }
    }

    @Nested
    class HttpBasic {

        @Test
        void holdsAPair() {
            request.header("Authorization", basic(KEY, TOKEN));

            assertPlaces(pair().pair(), "user name of the HTTP Basic credentials",
                    "password of the HTTP Basic credentials");
            assertThat(pair().check().isAccepted()).isTrue();
        }

        @Test
        void isDecodedAsAForm() {
            request.header("Authorization", basic("appkey%2Dshop-0123456789", TOKEN));

            assertThat(pair().pair().key().value()).isEqualTo(KEY);
        }

        @Test
        void holdsAPairWhoseHalvesAreSwapped() {
            request.header("Authorization", basic("x" + TOKEN, KEY));

            assertThat(pair().check().reason()).isEqualTo(Reason.SWAPPED);
        }

        @Test
        void isReadAsOftenAsItIsSent() {
            request.header("Authorization", basic(KEY, TOKEN), basic("shop-frontend", SECRET));

            assertThat(pair().pair().appKey().values()).containsExactly(KEY, "shop-frontend");
            assertThat(pair().check().reason()).isEqualTo(Reason.DUPLICATE_HEADER);
        }

        @Test
        void holdsAClientSecret() {
            request.header("Authorization", basic("shop", SECRET.replace(' ', '+')));

            assertThat(clientSecret().nameableKey().orElseThrow().value()).isEqualTo("shop");
            assertThat(clientSecret().secret()).isEqualTo(SECRET);
        }

        @Test
        void goesBeforeTheForm() {
            request.header("Authorization", basic(KEY, TOKEN)).parameter("client_secret", TOKEN);

            assertThat(pair().pair().appKey().values()).containsExactly(KEY);
            assertSentTwice();
        }

        @Test
        void isNotHandledBesideAnotherClientSecret() {
            request.header("Authorization", basic("shop", SECRET)).parameter("client_secret", SECRET);

            assertThat(read()).isInstanceOf(ReadResult.NothingFound.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"Bearer " + TOKEN, "Basic", "Basic !", "Basic c2hvcA==", "Basic JXp6OnNlY3JldA=="})
        void isNotFoundInOtherOrBrokenValues(String authorization) {
            request.header("Authorization", authorization);

            assertThat(read()).isInstanceOf(ReadResult.NothingFound.class);
        }
    }

    @Nested
    class Form {

        @Test
        void holdsAPair() {
            request.parameter("client_id", KEY).parameter("client_secret", TOKEN);

            assertPlaces(pair().pair(), "form parameter client_id", "form parameter client_secret");
            assertThat(pair().check().isAccepted()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {" " + TOKEN, "\"" + TOKEN + "\"", "<apptoken_cut-off", "\uFEFF" + TOKEN})
        void holdsAPairWhoseTokenHasCharactersBeforeTheMark(String token) {
            request.parameter("client_id", KEY).parameter("client_secret", token);

            assertThat(pair().check().isAccepted()).isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {TOKEN, "x" + TOKEN, "APPTOKEN_cut-off"})
        void holdsAPairWhereTheClientIdIsMarked(String clientId) {
            request.parameter("client_id", clientId);

            assertThat(pair().check().reason()).isEqualTo(Reason.MISSING_HEADER);
        }

        @ParameterizedTest
        @ValueSource(strings = {SECRET, "x" + TOKEN, "Apptoken_with-another-case"})
        void holdsAClientSecretWhereNothingIsMarked(String secret) {
            request.parameter("client_id", "shop").parameter("client_secret", secret);

            assertThat(clientSecret().nameableKey().orElseThrow().value()).isEqualTo("shop");
            assertThat(clientSecret().secret()).isEqualTo(secret);
        }

        @Test
        void holdsNoClientSecretBesideAClientAssertion() {
            request.parameter("client_id", "shop").parameter("client_secret", SECRET)
                    .parameter("client_assertion", "e30.e30.x");

            assertThat(read()).isInstanceOf(ReadResult.NothingFound.class);
        }

        @Test
        void holdsNoClientSecretWhereAHalfIsMissingOrDoubled() {
            request.parameter("client_secret", SECRET);
            assertThat(read()).isInstanceOf(ReadResult.NothingFound.class);

            request.parameter("client_id", "shop", "shop");
            assertThat(read()).isInstanceOf(ReadResult.NothingFound.class);
        }

        @Test
        void holdsNothingOfAPublicClient() {
            request.parameter("client_id", "shop-frontend").parameter("client_secret", "");

            assertThat(read()).isInstanceOf(ReadResult.NothingFound.class);
        }

        @Test
        void isReadFromFormsOnly() {
            request.parameter("client_id", KEY).parameter("client_secret", TOKEN);

            assertThat(new CredentialsReader(request.type(MediaType.APPLICATION_JSON_TYPE), NAMES).read())
                    .isInstanceOf(ReadResult.NothingFound.class);
            assertThat(new CredentialsReader(request.type(null), NAMES).read())
                    .isInstanceOf(ReadResult.NothingFound.class);
        }
    }

    @Test
    void nothingIsFoundInARequestWithoutCredentials() {
        assertThat(read()).isInstanceOf(ReadResult.NothingFound.class);
    }

    private ReadResult read() {
        return new CredentialsReader(request, NAMES).read();
    }

    private ReadResult.PairFound pair() {
        ReadResult result = read();
        assertThat(result).isInstanceOf(ReadResult.PairFound.class);
        return (ReadResult.PairFound) result;
    }

    private PresentedPair clientSecret() {
        ReadResult result = read();
        assertThat(result).isInstanceOf(ReadResult.ClientSecretFound.class);
        return ((ReadResult.ClientSecretFound) result).credentials();
    }

    private void assertSentTwice() {
        assertThat(pair().isAlone()).isFalse();
        assertThat(pair().check().error()).isEqualTo(OAuthError.INVALID_REQUEST);
        assertThat(pair().check().reason()).isEqualTo(Reason.DUPLICATE_HEADER);
    }

    private static void assertPlaces(PresentedPair pair, String appKey, String appToken) {
        assertThat(List.of(pair.appKey().place(), pair.appToken().place())).containsExactly(appKey, appToken);
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder()
                .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
