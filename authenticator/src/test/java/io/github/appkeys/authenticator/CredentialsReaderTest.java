package io.github.appkeys.authenticator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import io.github.appkeys.core.exchange.HeaderNames;
import io.github.appkeys.core.exchange.PresentedPair;
import io.github.appkeys.core.exchange.Verdict;
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
        void holdAPairBesideAContentTypeThatCannotBeRead() {
            request.unreadableType().header("X-App-Key", KEY).header("X-App-Token", TOKEN);

            assertThat(pair().check().isAccepted()).isTrue();
        }

        @Test
        void holdNoPairUnderOtherNames() {
            request.header("X-Other-Key", KEY).header("X-Other-Token", TOKEN);

            assertThat(read()).isInstanceOf(ReadResult.NothingFound.class);
        }

        @Test
        void areToldTheNamesOfTheRealmUnderTheNamesOfVtex() {
            request.header("X-VTEX-API-AppKey", KEY).header("X-VTEX-API-AppToken", TOKEN);

            assertThat(read()).isInstanceOfSatisfying(ReadResult.Misplaced.class, found -> assertThat(
                    Verdict.refused(found.occurrence()).description()).contains("X-VTEX-API-AppToken",
                    "X-Partner-Key", "X-Partner-Token").doesNotContain(TOKEN));
        }

        @Test
        void holdNoPairUnderTheShortNamesWhereTheRealmSwitchedThemOff() {
            request.header("X-App-Key", KEY).header("X-App-Token", TOKEN);

            assertThat(new CredentialsReader(request, NAMES, false).read()).isInstanceOf(ReadResult.Misplaced.class);
            request.parameter("client_id", "shop-frontend");
            assertThat(new CredentialsReader(request, NAMES, false).read())
                    .isInstanceOf(ReadResult.NothingFound.class);
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

            ReadResult found = new CredentialsReader(request, new HeaderNames("x-app-key", "X-App-Token"), true).read();

            assertThat(((ReadResult.PairFound) found).pair().appKey().values()).containsExactly(KEY);
        }
    }

    /** The one rule: what else names a client decides whether they count. */
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
        void mayBeSentAgainInAnotherWay() {
            inHeaders().header("Authorization", basic(KEY, TOKEN)).parameter("client_id", KEY)
                    .parameter("client_secret", TOKEN);

            assertThat(pair().check().isAccepted()).isTrue();
        }

        @Test
        void areTheMistakeWhereABareClientIdNamesAnotherClient() {
            inHeaders().parameter("client_id", "shop-frontend");

            assertThat(pair().check().error()).isEqualTo(OAuthError.INVALID_REQUEST);
        }

        @Test
        void mayNotStandBesideAClientSecretOfTheSameAppKey() {
            inHeaders().parameter("client_id", KEY).parameter("client_secret", SECRET);

            assertSentTwice();
        }

        @Test
        void mayNotStandBesideHttpBasicWithAnotherSecret() {
            inHeaders().header("Authorization", basic(KEY, SECRET));

            assertSentTwice();
        }

        @Test
        void mayNotStandBesideAClientAssertionOfTheSameAppKey() {
            inHeaders().parameter("client_id", KEY).parameter("client_assertion", "e30.e30.x");

            assertSentTwice();
        }

        @ParameterizedTest
        @ValueSource(strings = {"abc", "4711", ""})
        void areIgnoredWhereAPublicClientIsNamedAndNothingIsMarked(String stray) {
            request.header("X-App-Token", stray).parameter("client_id", "shop-frontend");

            assertIgnored();
        }

        @Test
        void areIgnoredBesideOtherCredentials() {
            inHeaders().header("Authorization", basic("shop", SECRET));
            assertThat(clientSecret().nameableKey().orElseThrow().value()).isEqualTo("shop");
            assertThat(ignored()).isTrue();
        }

        @Test
        void areIgnoredBesideTheSecretOfAnotherClientInTheForm() {
            inHeaders().parameter("client_id", "shop").parameter("client_secret", SECRET);

            assertThat(clientSecret().secret()).isEqualTo(SECRET);
            assertThat(ignored()).isTrue();
        }

        @Test
        void areIgnoredBesideAClientAssertion() {
            inHeaders().parameter("client_assertion", "e30.e30.x");

            assertIgnored();
        }

        @Test
        void areIgnoredWhereTheyOnlyNameTheClientThatSendsItsSecret() {
            request.header("X-App-Key", "shop").header("Authorization", basic("shop", SECRET));

            assertThat(clientSecret().secret()).isEqualTo(SECRET);
            assertThat(ignored()).isTrue();
        }

        @Test
        void areIgnoredBesideAnAttestationOfTheClient() {
            request.header("X-App-Key", "4711").header("OAuth-Client-Attestation", "e30.e30.x");

            assertIgnored();
        }

        @ParameterizedTest
        @ValueSource(strings = {"?client_id=shop-mtls", "?scope=a&client_id=shop%2Dmtls"})
        void areIgnoredWhereTheAddressNamesAClientWithACertificate(String query) {
            request.header("X-App-Key", "4711").query(query);

            assertIgnored();
        }

        @Test
        void mayNameTheSameAppKeyInTheAddress() {
            inHeaders().query("?client_id=" + KEY.replace("-", "%2D"));

            assertThat(pair().check().isAccepted()).isTrue();
        }

        @Test
        void areIgnoredBesideThePairOfAnotherAppKey() {
            request.header("X-App-Key", "4711").header("Authorization", basic(KEY, TOKEN));

            assertThat(pair().check().isAccepted()).isTrue();
            assertThat(pair().pair().key().value()).isEqualTo(KEY);
            assertThat(ignored()).isTrue();
        }

        private SentRequest inHeaders() {
            return request.header("X-Partner-Key", KEY).header("X-Partner-Token", TOKEN);
        }

        private void assertIgnored() {
            assertThat(read()).isInstanceOf(ReadResult.NothingFound.class);
            assertThat(ignored()).isTrue();
        }

        private boolean ignored() {
            return new CredentialsReader(request, NAMES, true).ignoresHeaders();
        }
    }

    @Nested
    class Misplaced {

        @ParameterizedTest
        @ValueSource(strings = {"Bearer " + TOKEN, TOKEN, "Token " + TOKEN, "Basic " + KEY + ":" + TOKEN})
        void isAnAppTokenInTheHeaderForOtherSchemes(String authorization) {
            request.header("Authorization", authorization);

            assertThat(read()).isInstanceOf(ReadResult.Misplaced.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"?client_id=" + KEY + "&client_secret=" + TOKEN, "?" + TOKEN,
            "?token=apptoken%5F0123"})
        void isAnAppTokenInTheAddress(String query) {
            request.query(query);

            assertThat(read()).isInstanceOf(ReadResult.Misplaced.class);
        }

        @Test
        void isAnAppTokenWithAWordBeforeIt() {
            request.header("X-App-Key", KEY).header("X-App-Token", "Bearer " + TOKEN);

            assertThat(pair().check().reason()).isEqualTo(Reason.MISPLACED);
            assertThat(pair().check().description()).doesNotContain(TOKEN).contains("header X-App-Token");
        }

        @Test
        void isNothingBesideAnotherClient() {
            request.header("Authorization", "Bearer " + TOKEN).parameter("client_id", "shop-frontend");

            assertThat(read()).isInstanceOf(ReadResult.NothingFound.class);
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
            request.header("Authorization", basic(KEY, TOKEN)).parameter("client_secret", SECRET);

            assertThat(pair().pair().appKey().values()).containsExactly(KEY);
            assertSentTwice();
        }

        @Test
        void isNotHandledBesideAnotherClientSecret() {
            request.header("Authorization", basic("shop", SECRET)).parameter("client_secret", "another");

            assertThat(read()).isInstanceOf(ReadResult.NothingFound.class);
        }

        @Test
        void mayBeSentOnceMoreInTheForm() {
            request.header("Authorization", basic("shop", SECRET)).parameter("client_id", "shop")
                    .parameter("client_secret", SECRET);

            assertThat(clientSecret().secret()).isEqualTo(SECRET);
        }

        @ParameterizedTest
        @ValueSource(strings = {"Bearer e30.e30.x", "Basic", "Basic !", "Basic c2hvcA==", "Basic JXp6OnNlY3JldA=="})
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

            assertThat(new CredentialsReader(request.type(MediaType.APPLICATION_JSON_TYPE), NAMES, true).read())
                    .isInstanceOf(ReadResult.NothingFound.class);
            assertThat(new CredentialsReader(request.type(null), NAMES, true).read())
                    .isInstanceOf(ReadResult.NothingFound.class);
        }
    }

    @Test
    void nothingIsFoundInARequestWithoutCredentials() {
        assertThat(read()).isInstanceOf(ReadResult.NothingFound.class);
    }

    private ReadResult read() {
        return new CredentialsReader(request, NAMES, true).read();
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
        assertThat(pair().isOneWay()).isFalse();
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
