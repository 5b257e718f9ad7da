package io.github.appkeys.authenticator;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.appkeys.core.pair.ApiClient;
import io.github.appkeys.core.service.settings.ServerOptions;
import io.github.appkeys.core.service.tasks.BackgroundTasks;
import org.keycloak.Config;
import org.keycloak.authentication.ClientAuthenticator;
import org.keycloak.authentication.ClientAuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ServerInfoAwareProviderFactory;

/** Makes {@link AppKeyAuthenticator} known to Keycloak, with its options. */
public final class AppKeyAuthenticatorFactory implements ClientAuthenticatorFactory, ServerInfoAwareProviderFactory {

    private ServerOptions options;
    private AppKeyAuthenticator authenticator;

    @Override
    public void init(Config.Scope config) {
        options = ServerOptions.from(config);
        authenticator = new AppKeyAuthenticator(options, new ExchangeMetrics());
    }

    /** What is configured for the server that a session belongs to. */
    static ServerOptions options(KeycloakSession session) {
        return ((AppKeyAuthenticatorFactory) session.getKeycloakSessionFactory()
                .getProviderFactory(ClientAuthenticator.class, ApiClient.AUTHENTICATOR)).options;
    }

    @Override
    public ClientAuthenticator create() {
        return authenticator;
    }

    @Override
    public ClientAuthenticator create(KeycloakSession session) {
        return authenticator;
    }

    @Override
    public String getId() {
        return ApiClient.AUTHENTICATOR;
    }

    @Override
    public String getDisplayType() {
        return "App Key";
    }

    @Override
    public String getHelpText() {
        return "Authenticates API clients by appKey and appToken, sent in two headers, with HTTP Basic, or as "
                + "client_id and client_secret";
    }

    /** Makes the method part of the realm's discovery document. */
    @Override
    public Set<String> getProtocolAuthenticatorMethods(String loginProtocol) {
        return OIDCLoginProtocol.LOGIN_PROTOCOL.equals(loginProtocol) ? Set.of(ApiClient.AUTHENTICATOR) : Set.of();
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return new Requirement[] {Requirement.REQUIRED, Requirement.ALTERNATIVE, Requirement.DISABLED};
    }

    /** Empty: the secret is stored as a hash only, so it cannot be part of an adapter's configuration. */
    @Override
    public Map<String, Object> getAdapterConfiguration(KeycloakSession session, ClientModel client) {
        return Map.of();
    }

    /** The same method in Keycloak 26.4 and 26.5. Can go with them. */
    public Map<String, Object> getAdapterConfiguration(ClientModel client) {
        return Map.of();
    }

    @Override
    public boolean isConfigurable() {
        return false;
    }

    @Override
    public boolean isUserSetupAllowed() {
        return false;
    }

    @Override
    public String getReferenceCategory() {
        return null;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    public List<ProviderConfigProperty> getConfigPropertiesPerClient() {
        return List.of();
    }

    /** The options of the server. */
    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ServerOptions.metadata();
    }

    /** Shown under Server info in the admin console. */
    @Override
    public Map<String, String> getOperationalInfo() {
        return Map.of("keyPrefix", options.keyPrefix(), "appKeyHeader", options.headerNames().appKey(),
                "appTokenHeader", options.headerNames().appToken());
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new BackgroundTasks());
    }

    @Override
    public void close() {
        // nothing to release
    }
}
