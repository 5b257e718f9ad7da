package io.github.appkeys.authenticator.gateway;

import java.util.Optional;

import io.github.appkeys.authenticator.CleartextRequest;
import io.github.appkeys.authenticator.PairHolder;
import io.github.appkeys.authenticator.Refusal;
import io.github.appkeys.authenticator.VerifiedPair;
import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.exchange.Verdict;
import io.github.appkeys.core.gateway.GatewayError;
import io.github.appkeys.core.gateway.GatewayError.Refused;
import io.github.appkeys.core.gateway.GatewayQuery;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.service.settings.PasswordGrantsAttributes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * The gateway check: 200 where a call may go on, 401 or 403 where it may not, 503 where that cannot be told. The body
 * of a request is never read.
 */
public final class GatewayResource {

    private static final Logger LOG = Logger.getLogger(GatewayResource.class);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final GatewayNode node;
    private final String query;
    private final PairHolder holder;
    private final GatewayEvents events;

    /**
     * @param isOwnAddress whether the address is the gateway's own, so that its query is from the gateway's
     *                     configuration; below it, path and query are those of the gateway's caller and do not count
     */
    public GatewayResource(KeycloakSession session, GatewayNode node, boolean isOwnAddress) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.node = node;
        this.query = isOwnAddress ? session.getContext().getHttpRequest().getUri().getRequestUri().getRawQuery() : null;
        this.holder = new PairHolder(session);
        this.events = new GatewayEvents(session, node.refusals(), "gateway");
    }

    /** Checks the call. */
    @GET
    public Response get() {
        return check(false);
    }

    /** Checks the call. */
    @HEAD
    public Response head() {
        return check(false);
    }

    /** Checks the call. */
    @POST
    public Response post() {
        return check(false);
    }

    /** Checks the call. */
    @PUT
    public Response put() {
        return check(false);
    }

    /** Checks the call. */
    @PATCH
    public Response patch() {
        return check(false);
    }

    /** Checks the call. */
    @DELETE
    public Response delete() {
        return check(false);
    }

    /** Checks the call, or lets a preflight request pass. */
    @OPTIONS
    public Response options() {
        return check(true);
    }

    private Response check(boolean isOptions) {
        try {
            return answer(isOptions);
        } catch (WebApplicationException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("A gateway cannot be told whether a pair is right", e);
            session.getTransactionManager().setRollbackOnly();
            return refused(GatewayError.unavailable());
        }
    }

    private Response answer(boolean isOptions) {
        if (CleartextRequest.isOne(session)) {
            holder.tellDisclosed();
            return refused(Refused.HTTPS_REQUIRED.error());
        }
        if (!realm.isEnabled()) {
            return refused(Refused.REALM_DISABLED.error());
        }
        GatewayQuery wanted;
        try {
            wanted = GatewayQuery.parse(query);
        } catch (InvalidValueException e) {
            return refused(Refused.BAD_QUERY.error(e.getMessage()));
        }
        if (isOptions && wanted.preflight() && !holder.isPairSent()) {
            return GatewayAnswers.preflight();
        }
        PairHolder.Presented presented = holder.verify();
        VerifiedPair pair = presented.pair();
        Verdict verdict = pair.isAccepted() ? holder.linkedRole(pair.client()) : pair.verdict();
        return verdict.isAccepted() ? answer(presented.appKey(), pair, wanted) : told(presented.appKey(), verdict);
    }

    private Response answer(Optional<AppKey> appKey, VerifiedPair pair, GatewayQuery wanted) {
        UserModel account = session.users().getServiceAccount(pair.client());
        if (account == null || !account.isEnabled()) {
            return told(appKey, Optional.empty(), Refused.TOKEN_REFUSED.error());
        }
        GrantedScopes granted = new GrantedScopes(session, pair.client(), account, wanted.scopes(), wanted.scope());
        if (!granted.isComplete()) {
            return told(appKey, Optional.empty(), Refused.SCOPE_MISSING.error());
        }
        if (!granted.hasRoles(wanted.roles())) {
            return told(appKey, Optional.empty(), Refused.ROLE_MISSING.error());
        }
        if (wanted.token() && TokenMint.mustBind(pair.client())) {
            return told(appKey, Optional.empty(), Refused.TOKEN_BOUND.error());
        }
        Verdict used = holder.use(pair);
        if (!used.isAccepted()) {
            return told(appKey, used);
        }
        Optional<String> jwt;
        try {
            jwt = wanted.token() ? Optional.of(new AccessTokens(session, new TokenMint(session, events), node)
                    .token(pair, account, granted, wanted.scope(), holder.address())) : Optional.empty();
        } catch (TokenMint.RefusedException e) {
            return refused(e.error());
        }
        node.accepted();
        return GatewayAnswers.accepted(session, pair.client().getClientId(), granted.roles(), jwt);
    }

    private Response told(Optional<AppKey> appKey, Verdict verdict) {
        GatewayError error = GatewayError.of(verdict, PasswordGrantsAttributes.errorPage(realm));
        return told(appKey, Optional.of(verdict), error);
    }

    private Response told(Optional<AppKey> appKey, Optional<Verdict> verdict, GatewayError error) {
        events.refused(appKey, verdict, error);
        return refused(error);
    }

    private Response refused(GatewayError error) {
        node.refused(error);
        Refusal.log(events.refusalId(), error.reason());
        return GatewayAnswers.refused(realm, error, events.refusalId());
    }
}
