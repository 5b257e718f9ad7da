package io.github.appkeys.authenticator.roles;

import java.util.Collection;
import java.util.stream.Collectors;

import io.github.appkeys.authenticator.AttemptNotes;
import io.github.appkeys.authenticator.ExchangeMetrics;
import io.github.appkeys.authenticator.Refusal;
import io.github.appkeys.authenticator.TokenRequestEvent;
import io.github.appkeys.core.exchange.Verdict;
import io.github.appkeys.core.pair.ApiClient;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.pair.RoleRef;
import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;
import io.github.appkeys.core.service.mappers.IssuedRoles;
import io.github.appkeys.core.service.settings.RealmSettingsAttributes;
import org.jboss.logging.Logger;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.idm.ClientPolicyExecutorConfigurationRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.ServiceAccountTokenResponseContext;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;

/**
 * Refuses the exchange of a pair where protocol mappers have put roles into the access token that the pair does not
 * have, or made it a token of another account. Called when the token is complete and not signed yet. No effect unless
 * the realm's settings ask for it.
 */
final class StrictRolesExecutor
        implements ClientPolicyExecutorProvider<ClientPolicyExecutorConfigurationRepresentation> {

    /** The event detail with the roles. */
    private static final String ROLES_DETAIL = "app_key_roles";
    /** So many roles are named: the column of event details is small. */
    private static final int NAMED = 10;

    private static final Logger LOG = Logger.getLogger(StrictRolesExecutor.class);

    private final KeycloakSession session;
    private final RealmModel realm;

    StrictRolesExecutor(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    @Override
    public String getProviderId() {
        return StrictRolesExecutorFactory.ID;
    }

    @Override
    public void executeOnEvent(ClientPolicyContext context) throws ClientPolicyException {
        if (context instanceof ServiceAccountTokenResponseContext response
                && RealmSettingsAttributes.strictRoles(realm)) {
            ClientModel client = response.getClientSession().getClient();
            if (ApiClient.isAuthenticator(client.getClientAuthenticatorType())) {
                check(client, new IssuedRoles(session, response.getClientSession()),
                        response.getAccessTokenResponseBuilder().getAccessToken());
            }
        }
    }

    private void check(ClientModel client, IssuedRoles issued, AccessToken token) throws ClientPolicyException {
        Occurrence occurrence = Occurrence.of(Reason.ROLE_NOT_HELD).with("appKey", client.getClientId());
        if (issued.isOfAnotherAccount(token)) {
            refuse(client, occurrence.variant("account"));
        }
        Collection<RoleRef> roles = issued.notHeld(token);
        if (!roles.isEmpty()) {
            TokenRequestEvent.detail(session, ROLES_DETAIL, roles.stream().map(RoleRef::text).sorted().limit(NAMED)
                    .collect(Collectors.joining(", ")));
            refuse(client, occurrence);
        }
    }

    private void refuse(ClientModel client, Occurrence occurrence) throws ClientPolicyException {
        Verdict verdict = Verdict.refused(occurrence);
        LOG.debugf("Refused a pair: %s", verdict.reason());
        TokenRequestEvent.detail(session, Refusal.REASON_DETAIL, verdict.reason().name());
        if (AppKey.isWellFormed(client.getClientId())) {
            AttemptNotes.add(session, realm.getId(), new AppKey(client.getClientId()), verdict.reason(),
                    session.getContext().getConnection().getRemoteHost());
        }
        ExchangeMetrics.countRefusal(verdict.reason());
        throw new ClientPolicyException(verdict.error().code(), verdict.description());
    }
}
