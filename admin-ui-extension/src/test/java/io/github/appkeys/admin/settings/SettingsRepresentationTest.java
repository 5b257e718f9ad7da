package io.github.appkeys.admin.settings;

import static io.github.appkeys.admin.http.Requests.assertBadRequest;
import static io.github.appkeys.admin.http.Requests.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.appkeys.admin.passwordgrants.PasswordGrantsRepresentation;
import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.exchange.HeaderNames;
import io.github.appkeys.core.leaks.CleartextAction;
import io.github.appkeys.core.leaks.LeakAction;
import io.github.appkeys.core.leaks.LeakSettings;
import io.github.appkeys.core.passwordgrants.PasswordGrants;
import io.github.appkeys.core.service.settings.ServerOptions;
import io.github.appkeys.core.service.settings.VersionedSettings;
import io.github.appkeys.core.settings.RealmSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsRepresentationTest {

    private static final HeaderNames SERVER = HeaderNames.VTEX;
    private static final ServerOptions OPTIONS = new ServerOptions("appkey", SERVER, java.time.Duration.ofMinutes(1));
    private static final HeaderNames OWN = new HeaderNames("X-Shop-Key", "X-Shop-Token");
    private static final LeakSettings LEAKS = new LeakSettings(true, LeakAction.END_AFTER, 48, List.of());
    private static final RealmSettings CURRENT = new RealmSettings(true, false, 60, 3600, 90, 600, 1, false, true, OWN,
            PasswordGrants.DEFAULT, false, false, LEAKS, CleartextAction.TELL);
    private static final RealmSettings FOLLOWING = new RealmSettings(true, false, 60, 3600, 90, 600, 1, false, true,
            null, PasswordGrants.DEFAULT, false, false, LEAKS, CleartextAction.TELL);

    @Test
    void showsTheNamesThatHold() {
        assertThat(SettingsRepresentation.of(kept(CURRENT), OPTIONS, List.of()))
                .isEqualTo(new SettingsRepresentation(true, false, 60, 3600, 90, 600, 1, false, true, OWN,
                        PasswordGrantsRepresentation.of(PasswordGrants.DEFAULT), false, false,
                        LeaksRepresentation.of(LEAKS), CleartextAction.TELL,
                        kept(CURRENT).version(), List.of()));
        assertThat(SettingsRepresentation.of(kept(FOLLOWING), OPTIONS, List.of()).headerNames()).isEqualTo(SERVER);
    }

    @Test
    void leavesWhatIsAbsent() {
        assertThat(read("{}", CURRENT)).isEqualTo(CURRENT);
        assertThat(read("{}", FOLLOWING)).isEqualTo(FOLLOWING);
        assertThat(read("{\"enabled\":null,\"requireRole\":null,\"defaultOverlapSeconds\":null,"
                + "\"maxTokenAgeSeconds\":null}", CURRENT)).isEqualTo(CURRENT);
    }

    @Test
    void changesWhatIsThere() {
        assertThat(read("{\"enabled\":false,\"requireRole\":true,\"defaultOverlapSeconds\":0,"
                + "\"maxTokenAgeSeconds\":315360000,\"idleDays\":3650,\"claimLinkSeconds\":60,\"gatewayMaxAge\":60,"
                + "\"guardAdministrators\":true,\"headerNames\":{\"appKey\":\"X-K\",\"appToken\":\"X-T\"}}", CURRENT))
                .isEqualTo(new RealmSettings(false, true, 0, 315_360_000, 3650, 60, 60, true, true,
                        new HeaderNames("X-K", "X-T"), PasswordGrants.DEFAULT, false, false, LEAKS,
                        CleartextAction.TELL));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "{\"enabled\":false}; false; false; 60; 3600",
        "{\"requireRole\":true}; true; true; 60; 3600",
        "{\"defaultOverlapSeconds\":1}; true; false; 1; 3600",
        "{\"maxTokenAgeSeconds\":0}; true; false; 60; 0",
    })
    void changesOneAlone(String json, boolean enabled, boolean requireRole, long overlap, long maxAge) {
        assertThat(read(json, CURRENT)).isEqualTo(new RealmSettings(enabled, requireRole, overlap, maxAge,
                90, 600, 1, false, true, OWN, PasswordGrants.DEFAULT, false, false, LEAKS, CleartextAction.TELL));
    }

    @Test
    void readsSelfRenewal() {
        RealmSettings on = read("{\"selfRenewal\":true}", CURRENT);

        assertThat(on.selfRenewal()).isTrue();
        assertThat(on).isNotEqualTo(CURRENT);
        assertThat(read("{\"selfRenewal\":null}", on)).isEqualTo(on);
        assertThat(read("{\"selfRenewal\":false}", on)).isEqualTo(CURRENT);
    }

    @Test
    void readsWhatBecomesOfADisclosedToken() {
        RealmSettings ends = read("{\"cleartext\":\"END\"}", CURRENT);

        assertThat(ends.cleartext()).isEqualTo(CleartextAction.END);
        assertThat(read("{\"cleartext\":null}", ends)).isEqualTo(ends);
        assertThat(read("{\"cleartext\":\"TELL\"}", ends)).isEqualTo(CURRENT);
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> read("{\"cleartext\":\"end\"}", CURRENT))
                .withMessage("cleartext must be TELL or END");
    }

    @Test
    void readsStrictRoles() {
        RealmSettings strict = read("{\"strictRoles\":true}", CURRENT);

        assertThat(strict.strictRoles()).isTrue();
        assertThat(read("{\"strictRoles\":null}", strict)).isEqualTo(strict);
        assertThat(read("{\"strictRoles\":false}", strict)).isEqualTo(CURRENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{\"appKey\":\"X-VTEX-API-AppKey\",\"appToken\":\"X-VTEX-API-AppToken\"}"})
    void followsTheServersHeaderNamesAgain(String headerNames) {
        assertThat(read("{\"headerNames\":" + headerNames + "}", CURRENT)).isEqualTo(FOLLOWING);
        assertThat(read("{\"headerNames\":" + headerNames + "}", FOLLOWING)).isEqualTo(FOLLOWING);
    }

    @Test
    void goesOnFollowingTheServerWhereGetsAnswerIsSentBack() throws JsonProcessingException {
        String answer = new ObjectMapper().writeValueAsString(SettingsRepresentation.of(kept(FOLLOWING), OPTIONS,
                List.of()));

        assertThat(read(answer, FOLLOWING)).isEqualTo(FOLLOWING);
    }

    @Test
    void staysTheSameWhereGetsAnswerIsSentBack() throws JsonProcessingException {
        String answer = new ObjectMapper().writeValueAsString(SettingsRepresentation.of(kept(CURRENT), OPTIONS,
                List.of()));

        assertThat(read(answer, CURRENT)).isEqualTo(CURRENT);
    }

    @Test
    void keepsHeaderNamesThatItWouldNotTakeAnew() {
        String names = "{\"headerNames\":{\"appKey\":\"X-Shop_Key\",\"appToken\":\"X-Shop.Token\"}}";
        HeaderNames old = new HeaderNames("X-Shop_Key", "X-Shop.Token");

        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> read(names, CURRENT));
        assertThat(SettingsRepresentation.read(body(names), kept(CURRENT), old)).isEqualTo(FOLLOWING);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"defaultOverlapSeconds\":-1}", "{\"defaultOverlapSeconds\":315360001}", "{\"maxTokenAgeSeconds\":-1}",
        "{\"maxTokenAgeSeconds\":9223372036854775807}",
        "{\"headerNames\":{}}", "{\"headerNames\":{\"appKey\":\"X-Key\"}}",
        "{\"headerNames\":{\"appKey\":\"X-Key\",\"appToken\":null}}",
        "{\"headerNames\":{\"appKey\":\"X-Key\",\"appToken\":\"x-key\"}}",
        "{\"headerNames\":{\"appKey\":\"Authorization\",\"appToken\":\"X-Token\"}}",
        "{\"headerNames\":{\"appKey\":\"X Key\",\"appToken\":\"X-Token\"}}",
    })
    void keepsTheRulesOfItsValues(String json) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> read(json, CURRENT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "{\"enabled\":\"true\"}; enabled must be true or false",
        "{\"requireRole\":1}; requireRole must be true or false",
        "{\"defaultOverlapSeconds\":\"60\"}; defaultOverlapSeconds must be a whole number",
        "{\"maxTokenAgeSeconds\":1.5}; maxTokenAgeSeconds must be a whole number",
        "{\"idleDays\":true}; idleDays must be a whole number",
        "{\"headerNames\":[]}; headerNames must be an object",
        "{\"headerNames\":\"X-Key\"}; headerNames must be an object",
        "{\"headerNames\":{\"appKey\":\"X-K\",\"secret\":\"X-S\"}}; 'Unknown field. Allowed are: appKey, appToken'",
        "{\"headerNames\":{\"appKey\":1,\"appToken\":\"X-T\"}}; appKey must be a text",
        "{\"Enabled\":true}; 'Unknown field. Allowed are: claimLinkSeconds, cleartext, defaultOverlapSeconds, enabled, "
                + "gatewayMaxAge, guardAdministrators, headerNames, idleDays, leaks, maxTokenAgeSeconds, "
                + "passwordGrants, "
                + "problems, requireRole, selfRenewal, shortHeaderNames, strictRoles, version'",
    })
    void keepsTheTypesOfItsFields(String json, String message) {
        assertBadRequest(() -> read(json, CURRENT), message);
    }

    private static RealmSettings read(String json, RealmSettings current) {
        return SettingsRepresentation.read(body(json), kept(current), SERVER);
    }

    private static VersionedSettings kept(RealmSettings settings) {
        return new VersionedSettings(settings, "1");
    }
}
