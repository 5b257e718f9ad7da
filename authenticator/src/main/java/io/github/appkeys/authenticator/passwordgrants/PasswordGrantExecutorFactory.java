package io.github.appkeys.authenticator.passwordgrants;

import java.util.List;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProviderFactory;

/** Makes {@link PasswordGrantExecutor} known to Keycloak, with its form in the console's client policies. */
public final class PasswordGrantExecutorFactory implements ClientPolicyExecutorProviderFactory {

    /** The id of the executor in client profiles. */
    public static final String ID = "app-key-password-grant";

    @Override
    public ClientPolicyExecutorProvider<?> create(KeycloakSession session) {
        return new PasswordGrantExecutor(session);
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getHelpText() {
        return "Ends password grants at a cutoff and announces it until then. Without one of its own it follows the "
                + "settings of app keys. API clients can never use password grants.";
    }

    /** Labels and help texts are message keys, which the console translates. */
    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return ProviderConfigurationBuilder.create()
                .property().name(PasswordGrantExecutorConfig.CUTOFF).type(ProviderConfigProperty.STRING_TYPE)
                .label("appKeyExecutor.cutoff").helpText("appKeyExecutor.cutoffHelp").add()
                .property().name(PasswordGrantExecutorConfig.DOCUMENTATION_URL).type(ProviderConfigProperty.STRING_TYPE)
                .label("appKeyExecutor.documentationUrl").helpText("appKeyExecutor.documentationUrlHelp").add()
                .build();
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to configure
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // no events to listen to
    }

    @Override
    public void close() {
        // nothing to release
    }
}
