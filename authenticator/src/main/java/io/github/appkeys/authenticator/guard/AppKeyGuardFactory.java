package io.github.appkeys.authenticator.guard;

import java.util.List;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProviderFactory;

/** Creates {@link AppKeyGuard}, the client policy executor {@code app-key-guard}. */
public final class AppKeyGuardFactory implements ClientPolicyExecutorProviderFactory {

    /** The id of the executor in client profiles. */
    public static final String PROVIDER_ID = "app-key-guard";

    @Override
    public ClientPolicyExecutorProvider<?> create(KeycloakSession session) {
        return new AppKeyGuard(session);
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to configure
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new ImportGuard());
    }

    @Override
    public void close() {
        // nothing to release
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getHelpText() {
        return "Refuses changes that would undo the protection of an API client (one with an appKey), unless a key "
                + "manager makes them: another client authenticator or secret, other flows, a public client, no "
                + "service account, deletion. Holds for the admin REST API, dynamic client registration and partial "
                + "import.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }
}
