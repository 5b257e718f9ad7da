package io.github.appkeys.core.service.settings;

import java.time.Duration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.stream.Collectors;

import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.exchange.HeaderNames;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keycloak.Config;
import org.keycloak.provider.ProviderConfigProperty;

class ServerOptionsTest {

    private static final String SCOPE = "server-options-test.";
    private static final HeaderNames OWN = new HeaderNames("X-Partner-Key", "X-Partner-Token");

    @AfterEach
    void forgetOptions() {
        System.getProperties().keySet().removeIf(name -> name.toString().startsWith(SCOPE));
    }

    @Test
    void haveDefaults() {
        assertThat(read()).isEqualTo(new ServerOptions("appkey", HeaderNames.VTEX, Duration.ofMinutes(1)));
    }

    @Test
    void areReadByTheNamesThatAreListed() {
        Map<String, Object> defaults = ServerOptions.metadata().stream()
                .collect(Collectors.toMap(ProviderConfigProperty::getName, ProviderConfigProperty::getDefaultValue));
        assertThat(defaults).containsExactlyInAnyOrderEntriesOf(Map.of("key-prefix", "appkey",
                "app-key-header", "X-VTEX-API-AppKey", "app-token-header", "X-VTEX-API-AppToken",
                "credentials-max-age", 60L));

        System.setProperty(SCOPE + "key-prefix", "shop");
        System.setProperty(SCOPE + "app-key-header", "X-Partner-Key");
        System.setProperty(SCOPE + "app-token-header", "X-Partner-Token");
        System.setProperty(SCOPE + "credentials-max-age", "0");
        assertThat(read()).isEqualTo(new ServerOptions("shop", OWN, Duration.ZERO));
    }

    @Test
    void refuseAnAgeThatWouldLetEndedPairsLiveForLong() {
        System.setProperty(SCOPE + "credentials-max-age", "3601");

        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(ServerOptionsTest::read)
                .withMessageContaining("credentials-max-age");
    }

    @Test
    void giveTheirHeaderNamesToRealmsWithoutTheirOwn() {
        assertThat(read().effectiveHeaderNames(null)).isEqualTo(HeaderNames.VTEX);
        assertThat(read().effectiveHeaderNames(OWN)).isEqualTo(OWN);
    }

    private static ServerOptions read() {
        return ServerOptions.from(new Config.SystemPropertiesScope(SCOPE));
    }
}
