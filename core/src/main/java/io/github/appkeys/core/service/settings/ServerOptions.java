package io.github.appkeys.core.service.settings;

import java.time.Duration;
import java.util.List;

import io.github.appkeys.core.exchange.HeaderNames;
import io.github.appkeys.core.pair.ApiClient;
import io.github.appkeys.core.pair.AppKeyGenerator;
import io.github.appkeys.core.settings.Bound;
import org.keycloak.Config;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/**
 * What is configured for the whole server, with {@code --spi-client-authenticator--app-key--<option>}. Names, defaults
 * and descriptions of the options stand here only.
 *
 * @param keyPrefix   option {@code key-prefix}: what generated appKeys start with
 * @param headerNames options {@code app-key-header} and {@code app-token-header}: the headers of realms that do not set
 *                    their own
 * @param credentialsMaxAge option {@code credentials-max-age}: for how many seconds a node that missed a change may
 *                    accept a pair from its cache; 0 to 3600, 0 to read the database each time
 */
public record ServerOptions(String keyPrefix, HeaderNames headerNames, Duration credentialsMaxAge) {

    private static final String KEY_PREFIX = "key-prefix";
    private static final String APP_KEY_HEADER = "app-key-header";
    private static final String APP_TOKEN_HEADER = "app-token-header";

    private static final String CREDENTIALS_MAX_AGE = "credentials-max-age";
    private static final Bound MAX_AGE = new Bound(CREDENTIALS_MAX_AGE, 0, 3600);

    private static final ServerOptions DEFAULT = new ServerOptions(AppKeyGenerator.DEFAULT_PREFIX, HeaderNames.VTEX,
            Duration.ofMinutes(1));

    /** @throws io.github.appkeys.core.InvalidValueException where the prefix or the age breaks its rule */
    public ServerOptions {
        AppKeyGenerator.requirePrefix(keyPrefix);
        MAX_AGE.check(credentialsMaxAge.toSeconds());
    }

    /** Reads the options of the running server. */
    public static ServerOptions current() {
        return from(Config.scope("client-authenticator", ApiClient.AUTHENTICATOR));
    }

    /**
     * @param config the scope of our client authenticator
     * @throws io.github.appkeys.core.InvalidValueException where the prefix or a header's name breaks its rule
     */
    public static ServerOptions from(Config.Scope config) {
        return new ServerOptions(config.get(KEY_PREFIX, DEFAULT.keyPrefix),
                new HeaderNames(config.get(APP_KEY_HEADER, DEFAULT.headerNames.appKey()),
                        config.get(APP_TOKEN_HEADER, DEFAULT.headerNames.appToken())),
                Duration.ofSeconds(config.getLong(CREDENTIALS_MAX_AGE, DEFAULT.credentialsMaxAge.toSeconds())));
    }

    /** The options as {@code kc.sh show-config} and Keycloak's generated guides list them. */
    public static List<ProviderConfigProperty> metadata() {
        return ProviderConfigurationBuilder.create()
                .property().name(KEY_PREFIX).type(ProviderConfigProperty.STRING_TYPE)
                .defaultValue(DEFAULT.keyPrefix).helpText("What generated appKeys start with.").add()
                .property().name(APP_KEY_HEADER).type(ProviderConfigProperty.STRING_TYPE)
                .defaultValue(DEFAULT.headerNames.appKey()).helpText("The header with the appKey.").add()
                .property().name(APP_TOKEN_HEADER).type(ProviderConfigProperty.STRING_TYPE)
                .defaultValue(DEFAULT.headerNames.appToken()).helpText("The header with the appToken.").add()
                .property().name(CREDENTIALS_MAX_AGE).type(ProviderConfigProperty.INTEGER_TYPE)
                .defaultValue(DEFAULT.credentialsMaxAge.toSeconds())
                .helpText("For how many seconds a node that missed a change may accept a pair from its cache. "
                        + "0 reads the database each time.").add()
                .build();
    }

    /**
     * The header names that hold in a realm.
     *
     * @param ofRealm what the realm has set; null where it follows the server
     */
    public HeaderNames effectiveHeaderNames(HeaderNames ofRealm) {
        return ofRealm == null ? headerNames : ofRealm;
    }
}
