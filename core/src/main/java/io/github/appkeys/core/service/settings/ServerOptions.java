package io.github.appkeys.core.service.settings;

import io.github.appkeys.core.exchange.HeaderNames;
import io.github.appkeys.core.pair.ApiClient;
import io.github.appkeys.core.pair.AppKeyGenerator;
import org.keycloak.Config;

/**
 * What is configured for the whole server, with {@code --spi-client-authenticator--app-key--<option>}.
 *
 * @param keyPrefix   option {@code key-prefix}: what generated appKeys start with
 * @param headerNames options {@code app-key-header} and {@code app-token-header}: where realms that say nothing else
 *                    expect the pair
 */
public record ServerOptions(String keyPrefix, HeaderNames headerNames) {

    /** @throws io.github.appkeys.core.InvalidValueException where the prefix breaks its rule */
    public ServerOptions {
        AppKeyGenerator.requirePrefix(keyPrefix);
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
        return new ServerOptions(config.get("key-prefix", AppKeyGenerator.DEFAULT_PREFIX),
                new HeaderNames(config.get("app-key-header", HeaderNames.VTEX.appKey()),
                        config.get("app-token-header", HeaderNames.VTEX.appToken())));
    }
}
