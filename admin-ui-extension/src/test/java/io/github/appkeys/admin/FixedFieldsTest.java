package io.github.appkeys.admin;

import static io.github.appkeys.admin.http.Requests.assertBadRequest;
import static io.github.appkeys.admin.http.Requests.object;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.github.appkeys.core.expiry.TokenEnd;
import io.github.appkeys.core.pair.AllowedNetworks;
import io.github.appkeys.core.pair.Maker;
import io.github.appkeys.core.pair.Pair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixedFieldsTest {

    private static final Instant NOW = Instant.parse("2027-01-31T12:00:00Z");
    private static final Instant IN_A_YEAR = Instant.parse("2028-01-31T12:00:00.123Z");
    private static final Instant IN_A_WEEK = Instant.parse("2027-02-07T12:00:00Z");
    private static final String EXPIRES = "expiresAt cannot be changed here. "
            + "expiresAt: POST {appKey}/renewal issues an appToken with another expiry";

    private final Pair adopted = pair(TokenEnd.planned(IN_A_YEAR, null), new Pair.Renewal(NOW, IN_A_WEEK, "old"), null);

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"expiresAt\":\"2028-01-31T12:00:00.123Z\",\"delivery\":\"RESPONSE\"}",
        "{\"expiresAt\":\"2028-01-31T09:00:00.1234567-03:00\",\"delivery\":\"LINK\"}",
        "{\"expiresAt\":null,\"finishAt\":null,\"clientId\":null,\"delivery\":null}",
        "{\"clientId\":\"erp\",\"finishAt\":\"2027-02-07T09:00:00-03:00\",\"appKey\":\"erp\"}"})
    void takesTheBodyThatMadeThePair(String json) {
        check(json, adopted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "{\"expiresAt\":\"2028-01-31T12:00:00Z\"}; " + EXPIRES,
        "{\"clientId\":\"ERP\"}; clientId cannot be changed here. clientId: POST app-keys creates another pair",
        "{\"finishAt\":\"2027-02-08T12:00:00Z\"}; finishAt cannot be changed here. "
                + "finishAt: POST {appKey}/renewal/finish ends the client secret now",
        "{\"delivery\":\"MAIL\"}; 'delivery must be \"RESPONSE\" or \"LINK\"'"})
    void namesTheCallThatChangesAnotherValue(String json, String message) {
        assertBadRequest(() -> check(json, adopted), message);
    }

    @Test
    void comparesWithWhatAClaimLinkWillIssue() {
        Pair pending = pair(null, null, new Pair.Claim(NOW, new Maker("ana", null, null), IN_A_WEEK, null, null, null,
                IN_A_YEAR, null));

        check("{\"expiresAt\":\"2028-01-31T12:00:00.123Z\"}", pending);
    }

    @Test
    void anAppTokenWithoutExpiryGetsNone() {
        assertBadRequest(() -> check("{\"expiresAt\":\"2028-01-31T12:00:00Z\"}", pair(null, null, null)), EXPIRES);
    }

    /** Otherwise, a tool could not even disable the pair. */
    @Test
    void takesAnyMomentOnceThereIsNothingToCompareWith() {
        Pair revoked = pair(TokenEnd.settled(NOW, TokenEnd.Cause.REVOKED), null, null);

        check("{\"expiresAt\":\"2028-01-31T12:00:00Z\",\"finishAt\":\"2027-02-08T12:00:00Z\"}", revoked);
    }

    private static void check(String json, Pair pair) {
        FixedFields.requireUnchanged(object(json, "expiresAt", "delivery", "finishAt", "clientId", "appKey"),
                Set.of("appKey"), pair, NOW);
    }

    private static Pair pair(TokenEnd end, Pair.Renewal renewal, Pair.Claim claim) {
        return new Pair("erp", "ERP", null, true, true, true, NOW, "ana", "uuid", "account-id", AllowedNetworks.ANY,
                null, "token", renewal, claim,
                List.of(new Pair.Token("token", "DEFG", NOW, "ana", end, null, null, null)),
                List.of(), null, List.of());
    }
}
