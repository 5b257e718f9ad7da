package io.github.appkeys.admin;

import static io.github.appkeys.admin.http.Requests.assertBadRequest;
import static io.github.appkeys.admin.http.Requests.body;
import static io.github.appkeys.admin.http.Requests.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.pair.AllowedNetworks;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.pair.NewPair;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.pair.PairChanges;
import io.github.appkeys.core.pair.RoleRef;
import io.github.appkeys.core.service.pairs.NewAdoption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PairInputTest {

    private static final Instant NOW = Instant.parse("2027-01-31T12:00:00Z");
    private static final PairChanges NO_CHANGE = new PairChanges(Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty());

    private final Pair current = new Pair("appkey-shop-0123456789", "ERP", "Orders",
            true, true, true, NOW.minusSeconds(60), "ana", "uuid", "account-id",
            new AllowedNetworks(List.of("192.0.2.0/24")), "ops@example.org", "token-id", null, null,
            List.of(new Pair.Token("token-id", "DEFG", NOW.minusSeconds(60), "ana", null, null, null, null)),
            List.of(new RoleRef("view-orders", "shop"), new RoleRef("auditor", null)), null, List.of());

    @Test
    void newPairNeedsALabelOnly() {
        assertThat(newPair("{\"label\":\" ERP \"}"))
                .isEqualTo(new NewPair(null, "ERP", null, null, AllowedNetworks.ANY, null));
    }

    @Test
    void newPairTakesEverythingItMayHave() {
        assertThat(newPair("""
                {"label": "ERP", "description": "Orders\\nand stock", "appKey": "erp.shop-1",
                 "expiresAt": "2028-01-31T09:00:00-03:00", "allowedNetworks": ["10.0.0.0/8", "::1"],
                 "contact": " ops@example.org ", "delivery": "RESPONSE"}"""))
                .isEqualTo(new NewPair(new AppKey("erp.shop-1"), "ERP",
                        "Orders\nand stock", Instant.parse("2028-01-31T12:00:00Z"),
                        new AllowedNetworks(List.of("10.0.0.0/8", "::1")), "ops@example.org"));
    }

    @Test
    void newPairTakesNullForAbsent() {
        assertThat(newPair("{\"label\":\"ERP\",\"description\":null,\"appKey\":null,\"expiresAt\":null,"
                + "\"allowedNetworks\":null,\"delivery\":null}"))
                .isEqualTo(new NewPair(null, "ERP", null, null, AllowedNetworks.ANY, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"label\":null}", "{\"label\":\" \"}", "{\"label\":\"a\\nb\"}",
        "{\"label\":\"ERP\",\"appKey\":\"settings\"}", "{\"label\":\"ERP\",\"appKey\":\"\"}",
        "{\"label\":\"ERP\",\"appKey\":\"apptoken_x\"}", "{\"label\":\"ERP\",\"allowedNetworks\":[\"office\"]}",
        "{\"label\":\"ERP\",\"description\":\"\\u202E\"}", "{\"label\":\"\\uD83D\"}"})
    void newPairKeepsTheRulesOfItsValues(String json) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> newPair(json));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "{\"label\":1}; label must be a text",
        "{\"label\":\"ERP\",\"description\":[]}; description must be a text",
        "{\"label\":\"ERP\",\"appKey\":7}; appKey must be a text",
        "{\"label\":\"ERP\",\"expiresAt\":1801396800}; expiresAt must be a text",
        "{\"label\":\"ERP\",\"allowedNetworks\":\"::1\"}; allowedNetworks must be an array of texts",
    })
    void newPairKeepsTheTypesOfItsFields(String json, String message) {
        assertBadRequest(() -> newPair(json), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"{}; RESPONSE", "{\"delivery\":null}; RESPONSE",
        "{\"delivery\":\"RESPONSE\"}; RESPONSE", "{\"delivery\":\"LINK\"}; LINK"})
    void deliveryIsByResponseOrByLink(String json, Delivery delivery) {
        assertThat(Delivery.read(object(json, "delivery"))).isEqualTo(delivery);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "{\"delivery\":\"MAIL\"}; delivery must be \"RESPONSE\" or \"LINK\"",
        "{\"delivery\":\"link\"}; delivery must be \"RESPONSE\" or \"LINK\"",
        "{\"delivery\":true}; delivery must be a text",
    })
    void deliveryIsNothingElse(String json, String message) {
        assertBadRequest(() -> PairInput.read(body(json)), message);
    }

    @Test
    void aNewPairIsDeliveredAsTheCallerWants() {
        assertThat(PairInput.read(body("{\"label\":\"ERP\",\"delivery\":\"LINK\"}")))
                .isEqualTo(new PairRequest.ForNewClient(new NewPair(null, "ERP", null, null,
                        AllowedNetworks.ANY, null), Delivery.LINK));
    }

    @Test
    void aClientIdNamesAClientToAdopt() {
        assertThat(PairInput.read(body("""
                {"clientId": "erp", "label": " ERP ", "finishAt": "2028-01-31T12:00:00Z"}""")))
                .isEqualTo(new PairRequest.ForExistingClient("erp", new NewAdoption(Optional.of("ERP"),
                        Optional.empty(), null, AllowedNetworks.ANY, null, Instant.parse("2028-01-31T12:00:00Z"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "{\"clientId\":\"erp\",\"appKey\":\"erp\"}; "
                + "'appKey and clientId exclude each other: the clientId is the appKey'",
        "{\"label\":\"ERP\",\"finishAt\":\"2028-01-31T12:00:00Z\"}; finishAt goes with clientId only",
    })
    void newPairsAndAdoptedClientsHaveFieldsOfTheirOwn(String json, String message) {
        assertBadRequest(() -> PairInput.read(body(json)), message);
    }

    @Test
    void anAdoptedClientGetsNoLink() {
        assertBadRequest(() -> PairInput.read(body("{\"clientId\":\"erp\",\"delivery\":\"LINK\"}")),
                "delivery must be \"RESPONSE\" where clientId names a client to adopt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"enabled", "appToken", "roles", "createdBy", "tokens", "clientUuid"})
    void newPairTakesNoOtherField(String name) {
        assertBadRequest(() -> newPair("{\"label\":\"ERP\",\"" + name + "\":null}"),
                "Unknown field. Allowed are: allowedNetworks, appKey, clientId, contact, decoy, delivery, description, "
                        + "expiresAt, finishAt, label");
    }

    @Test
    void changesNothingOfWhatIsAbsent() {
        assertThat(changes("{}")).isEqualTo(NO_CHANGE);
        assertThat(changes("{\"label\":null,\"enabled\":null,\"allowedNetworks\":null}")).isEqualTo(NO_CHANGE);
    }

    @Test
    void changesWhatIsThere() {
        assertThat(changes("{\"label\":\" WMS \",\"description\":\"Stock\",\"enabled\":false,"
                + "\"allowedNetworks\":[\"::1\"],\"contact\":\"erp@example.org\"}"))
                .isEqualTo(new PairChanges(Optional.of("WMS"), Optional.of("Stock"), Optional.of(false),
                        Optional.of(new AllowedNetworks(List.of("::1"))), Optional.of("erp@example.org")));
    }

    @Test
    void opensAPairToAllNetworksWithAnEmptyArray() {
        assertThat(changes("{\"allowedNetworks\":[]}").allowedNetworks()).contains(AllowedNetworks.ANY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\" \\n \""})
    void clearsADescription(String description) {
        assertThat(changes("{\"description\":" + description + "}").description()).contains("");
    }

    /** As kcadm.sh update does: it gets, merges and puts. */
    @Test
    void takesBackWhatGetAnswered() throws JsonProcessingException {
        PairChanges changes = changes(new ObjectMapper().writeValueAsString(PairRepresentation.of(current, NOW)));

        assertThat(changes).isEqualTo(new PairChanges(Optional.of("ERP"), Optional.of("Orders"), Optional.of(true),
                Optional.of(new AllowedNetworks(List.of("192.0.2.0/24"))), Optional.of("ops@example.org")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"status\":\"EXPIRED\"", "\"tokens\":[]", "\"renewal\":{}"})
    void ignoresWhatMayHaveMovedSinceGet(String field) {
        assertThat(changes("{" + field + "}")).isEqualTo(NO_CHANGE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "{\"appKey\":\"APPKEY-shop-0123456789\"}; "
                + "appKey cannot be changed here. appKey: POST app-keys creates another pair",
        "{\"createdAt\":\"2027-01-31T11:59:00.001Z\"}; createdAt cannot be changed here",
        "{\"createdBy\":\"eve\"}; createdBy cannot be changed here",
        "{\"clientUuid\":7}; clientUuid cannot be changed here",
        "{\"serviceAccountUserId\":\"\"}; serviceAccountUserId cannot be changed here",
        "{\"roles\":[{\"name\":\"view-orders\",\"client\":null},{\"name\":\"auditor\",\"client\":null}]}; "
                + "roles cannot be changed here. roles: POST and DELETE {appKey}/roles link and unlink",
        "{\"createdBy\":\"eve\",\"label\":\"ERP\",\"expiresAt\":\"2028-01-31T12:00:00Z\"}; createdBy, expiresAt cannot "
                + "be changed here. expiresAt: POST {appKey}/renewal issues an appToken with another expiry",
    })
    void refusesToChangeWhatIsFixed(String json, String message) {
        assertBadRequest(() -> changes(json), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"appToken", "secret", "claimUrl"})
    void changesTakeNoOtherField(String name) {
        assertBadRequest(() -> changes("{\"" + name + "\":null}"), "Unknown field. Allowed are: addedRoles, alarms, "
                + "allowedNetworks, appKey, claim, clientId, clientUuid, contact, createdAt, createdBy, decoy, "
                + "delivery, description, enabled, endedTokens, expiresAt, finishAt, label, lastUsedAt, lastUsedFrom, "
                + "renewal, roles, serviceAccountUserId, status, statusReason, tokens");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"label\":\"\"}", "{\"label\":\"\\u202E\"}", "{\"description\":\"\\u0007\"}",
        "{\"allowedNetworks\":[\"10.0.0.0/33\"]}"})
    void changesKeepTheRulesOfTheirValues(String json) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> changes(json));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "{\"enabled\":\"false\"}; enabled must be true or false",
        "{\"label\":false}; label must be a text",
        "{\"description\":0}; description must be a text",
        "{\"allowedNetworks\":\"\"}; allowedNetworks must be an array of texts",
    })
    void changesKeepTheTypesOfTheirFields(String json, String message) {
        assertBadRequest(() -> changes(json), message);
    }

    private static NewPair newPair(String json) {
        PairRequest request = PairInput.read(body(json));
        assertThat(request).isInstanceOf(PairRequest.ForNewClient.class);
        return ((PairRequest.ForNewClient) request).pair();
    }

    private PairChanges changes(String json) {
        return PairInput.changes(body(json), current, NOW);
    }
}
