package io.github.appkeys.authenticator.passwordgrants;

import io.github.appkeys.authenticator.Refusal;
import io.github.appkeys.authenticator.TokenRequestEvent;
import io.github.appkeys.core.exchange.Verdict;
import io.github.appkeys.core.passwordgrants.GrantRule;
import io.github.appkeys.core.passwordgrants.GrantRuling;
import io.github.appkeys.core.passwordgrants.PasswordGrants;
import io.github.appkeys.core.reason.OAuthError;
import io.github.appkeys.core.reason.Reason;
import io.github.appkeys.core.service.pairs.ApiClients;
import io.github.appkeys.core.service.settings.RealmSettingsAttributes;
import io.github.appkeys.core.settings.RealmSettings;
import io.github.appkeys.core.store.KeycloakClock;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;

/**
 * Refuses password grants from an announced moment on, and warns until then. Called before Keycloak checks user and
 * password (ResourceOwnerPasswordCredentialsGrantType), so a refusal says nothing about them and brute force detection
 * counts no failure.
 */
final class PasswordGrantExecutor implements ClientPolicyExecutorProvider<PasswordGrantExecutorConfig> {

    private static final Logger LOG = Logger.getLogger(PasswordGrantExecutor.class);

    private final KeycloakSession session;
    private PasswordGrantExecutorConfig config = new PasswordGrantExecutorConfig();

    PasswordGrantExecutor(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void setupConfiguration(PasswordGrantExecutorConfig configuration) {
        if (configuration != null) {
            config = configuration;
        }
    }

    @Override
    public Class<PasswordGrantExecutorConfig> getExecutorConfigurationClass() {
        return PasswordGrantExecutorConfig.class;
    }

    @Override
    public String getProviderId() {
        return PasswordGrantExecutorFactory.ID;
    }

    @Override
    public void executeOnEvent(ClientPolicyContext context) throws ClientPolicyException {
        switch (context.getEvent()) {
            case RESOURCE_OWNER_PASSWORD_CREDENTIALS_REQUEST -> decide(session.getContext().getClient());
            case RESOURCE_OWNER_PASSWORD_CREDENTIALS_RESPONSE -> GrantWarning.send(session);
            default -> {
                // not a password grant
            }
        }
    }

    private void decide(ClientModel client) throws ClientPolicyException {
        GrantRuling ruling = rule().decide(requester(client), KeycloakClock.now());
        switch (ruling.outcome()) {
            case DEPRECATED -> GrantWarning.remember(session, ruling);
            case ENDED -> refuse(client, GrantWarning.DETAIL, "ended", OAuthError.UNAUTHORIZED_CLIENT,
                    ruling.description());
            case API_CLIENT -> {
                Verdict verdict = Verdict.refused(Reason.GRANT_NOT_ALLOWED);
                refuse(client, Refusal.REASON_DETAIL, verdict.reason().name(), verdict.error(), verdict.description());
            }
            case ALLOWED -> {
                // no warning and no refusal
            }
        }
    }

    private GrantRule rule() {
        RealmSettings settings = RealmSettingsAttributes.read(session.getContext().getRealm());
        PasswordGrants grants = settings.passwordGrants();
        return new GrantRule(settings.enabled() ? grants : grants.withoutCutoff(), config.cutoff().orElse(null),
                config.documentationUrl().orElse(null));
    }

    private GrantRule.Requester requester(ClientModel client) {
        RealmModel realm = session.getContext().getRealm();
        boolean lockoutRisk = Config.getAdminRealm().equals(realm.getName())
                && Constants.ADMIN_CLI_CLIENT_ID.equals(client.getClientId());
        return new GrantRule.Requester(client.getClientId(), ApiClients.isOne(session, client), lockoutRisk);
    }

    private void refuse(ClientModel client, String detail, String value, OAuthError error, String description)
            throws ClientPolicyException {
        LOG.debugf("Refused a password grant of %s: %s", client.getClientId(), value);
        TokenRequestEvent.detail(session, detail, value);
        throw new ClientPolicyException(error.code(), description);
    }
}
