package io.github.appkeys.admin.settings;

import java.time.Duration;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import io.github.appkeys.admin.http.AnyJson;
import io.github.appkeys.admin.http.FieldNames;
import io.github.appkeys.core.exchange.HeaderNames;
import io.github.appkeys.core.service.settings.ServerOptions;
import io.github.appkeys.core.service.settings.VersionedSettings;
import io.github.appkeys.core.settings.RealmSettings;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The settings of a realm, for any body. */
class SettingsPropertyTest {

    private static final ServerOptions SERVER = new ServerOptions("appkey", HeaderNames.VTEX, Duration.ofMinutes(1));

    @Provide
    Arbitrary<Map<String, Object>> bodies() {
        return AnyJson.objects(FieldNames.of(SettingsRepresentation.class));
    }

    @Property
    void whatWasAcceptedIsAcceptedAgainAsItIsShown(@ForAll("bodies") Map<String, Object> body) {
        AnyJson.read(() -> read(body, RealmSettings.DEFAULT)).ifPresent(settings -> {
            SettingsRepresentation shown = SettingsRepresentation.of(kept(settings), SERVER, List.of());
            assertThat(read(shown, settings)).isEqualTo(settings);
            assertThat(read(Map.of(), settings)).isEqualTo(settings);
        });
    }

    private static RealmSettings read(Object body, RealmSettings current) {
        return SettingsRepresentation.read(AnyJson.body(body), kept(current), HeaderNames.VTEX);
    }

    private static VersionedSettings kept(RealmSettings settings) {
        return new VersionedSettings(settings, "1");
    }
}
