package io.github.appkeys.authenticator.roles;

import java.util.List;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProviderFactory;

/** Creates {@link StrictRolesExecutor}, the client policy executor {@code app-key-strict-roles}. */
public final class StrictRolesExecutorFactory implements ClientPolicyExecutorProviderFactory {

    /** The id of the executor in client profiles. */
    public static final String ID = "app-key-strict-roles";

    @Override
    public ClientPolicyExecutorProvider<?> create(KeycloakSession session) {
        return new StrictRolesExecutor(session);
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getHelpText() {
        return "Refuses the exchange of a pair where a protocol mapper adds roles to the access token that the appKey "
                + "does not have. Holds where the setting strictRoles of app keys is on.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
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
