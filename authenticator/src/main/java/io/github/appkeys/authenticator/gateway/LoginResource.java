package io.github.appkeys.authenticator.gateway;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

import io.github.appkeys.authenticator.CleartextRequest;
import io.github.appkeys.authenticator.PairHolder;
import io.github.appkeys.authenticator.Refusal;
import io.github.appkeys.authenticator.VerifiedPair;
import io.github.appkeys.core.exchange.PresentedPair;
import io.github.appkeys.core.exchange.Verdict;
import io.github.appkeys.core.gateway.GatewayError;
import io.github.appkeys.core.gateway.GatewayError.Refused;
import io.github.appkeys.core.service.settings.PasswordGrantsAttributes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The login in VTEX's form, for integrations that know no other: a pair as JSON, answered with a new access token. It
 * refuses with one answer; the header {@code X-App-Key-Error} says more, as at the gateway check.
 */
public final class LoginResource {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final PairHolder holder;
    private final GatewayEvents events;

    /** For the request that the session handles. */
    public LoginResource(KeycloakSession session, GatewayNode node) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.holder = new PairHolder(session);
        this.events = new GatewayEvents(session, node.refusals(), "login");
    }

    /** Exchanges the pair in the body for an access token. */
    @POST
    public Response login(InputStream body) {
        if (CleartextRequest.isOne(session)) {
            LoginBody.read(body).ifPresent(holder::tellDisclosed);
            return unchecked(Refused.HTTPS_REQUIRED.error());
        }
        if (!realm.isEnabled()) {
            return unchecked(Refused.REALM_DISABLED.error());
        }
        Optional<PresentedPair> sent = LoginBody.read(body);
        if (sent.isEmpty()) {
            return answer(Response.Status.BAD_REQUEST.getStatusCode(), Map.of("error", "invalid_request",
                    "error_description", "The body must be a JSON object with the texts appkey and apptoken"), null);
        }
        PairHolder.Presented presented = holder.verify(sent.get());
        VerifiedPair pair = presented.pair();
        Verdict verdict = pair.isAccepted() ? holder.linkedRole(pair.client()) : pair.verdict();
        verdict = verdict.isAccepted() ? holder.use(pair) : verdict;
        if (!verdict.isAccepted()) {
            GatewayError error = GatewayError.of(verdict, PasswordGrantsAttributes.errorPage(realm));
            events.refused(presented.appKey(), Optional.of(verdict), error);
            return refused(error);
        }
        try {
            TokenMint.Minted token = new TokenMint(session, events).mint(pair.client(), null);
            return answer(Response.Status.OK.getStatusCode(), Map.of("authStatus", "Success", "token", token.jwt(),
                    "expires", token.end() == null ? 0 : token.end().getEpochSecond()), null);
        } catch (TokenMint.RefusedException e) {
            return refused(e.error());
        }
    }

    private Response refused(GatewayError error) {
        if (error.status() == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()) {
            return unchecked(error);
        }
        Refusal.log(events.refusalId(), error.reason());
        return answer(Response.Status.UNAUTHORIZED.getStatusCode(), Map.of("authStatus", "WrongCredentials"), error);
    }

    /** Nothing is said about the pair. */
    private Response unchecked(GatewayError error) {
        Refusal.log(events.refusalId(), error.reason());
        return GatewayAnswers.refused(realm, error, events.refusalId());
    }

    private Response answer(int status, Map<String, ?> body, GatewayError error) {
        Response.ResponseBuilder answer = Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body)
                .header(HttpHeaders.CACHE_CONTROL, GatewayAnswers.NO_STORE);
        if (error != null) {
            answer.header(GatewayAnswers.ERROR, error.json());
            if (error.identified()) {
                answer.header(Refusal.ID_HEADER, events.refusalId());
            }
        }
        return answer.build();
    }
}
