package io.github.appkeys.authenticator.self;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;

import io.github.appkeys.authenticator.CleartextRequest;
import io.github.appkeys.authenticator.PairHolder;
import io.github.appkeys.authenticator.Refusal;
import io.github.appkeys.authenticator.VerifiedPair;
import io.github.appkeys.authenticator.gateway.GatewayAnswers;
import io.github.appkeys.authenticator.gateway.GatewayEvents;
import io.github.appkeys.authenticator.gateway.GatewayNode;
import io.github.appkeys.core.ConflictException;
import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.exchange.Verdict;
import io.github.appkeys.core.gateway.GatewayError;
import io.github.appkeys.core.gateway.GatewayError.Refused;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.service.pairs.AppKeyService;
import io.github.appkeys.core.service.settings.PasswordGrantsAttributes;
import io.github.appkeys.core.service.settings.RealmSettingsAttributes;
import io.github.appkeys.core.store.KeycloakClock;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.OAuth2ErrorRepresentation;

/**
 * What the holder of a pair can do with it, without an administrator. Each call is for a right pair, with or without
 * roles; refusals are those of the gateway check. Reading and renewing are uses of the pair; revoking is none.
 */
public final class SelfResource {

    private static final Logger LOG = Logger.getLogger(SelfResource.class);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final PairHolder holder;
    private final GatewayEvents events;

    /** For the request that the session handles. */
    public SelfResource(KeycloakSession session, GatewayNode node) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.holder = new PairHolder(session);
        this.events = new GatewayEvents(session, node.refusals(), "self");
    }

    /** Tells what the pair is and may do. */
    @GET
    public Response read() {
        return answered(true, pair -> answer(Status.OK,
                SelfRepresentation.of(stored(pair), pair.token().id(), holder.address(), KeycloakClock.now())));
    }

    /** Makes a new appToken, where the realm allows it. */
    @POST
    @Path("renewal")
    public Response renew(InputStream body) {
        return answered(true, pair -> {
            if (!RealmSettingsAttributes.selfRenewal(realm)) {
                return error(Status.FORBIDDEN, "access_denied",
                        "This realm does not let holders renew their appTokens. Ask a key manager");
            }
            return answer(Status.CREATED, new SelfService(session, holder.address())
                    .renew(stored(pair), pair.token().id(), RenewalBody.expiresAt(body)));
        });
    }

    /** Ends the appToken of the request. */
    @POST
    @Path("revocation")
    public Response revoke() {
        return answered(false, pair -> {
            new SelfService(session, holder.address()).revoke(stored(pair), pair.token().id());
            return Response.noContent().header(HttpHeaders.CACHE_CONTROL, GatewayAnswers.NO_STORE).build();
        });
    }

    /** @param isUse whether the call is a use of the pair */
    private Response answered(boolean isUse, Function<VerifiedPair, Response> call) {
        try {
            return verified(isUse, call);
        } catch (InvalidValueException e) {
            return failed(Status.BAD_REQUEST, "invalid_request", e);
        } catch (ConflictException e) {
            return failed(Status.CONFLICT, "conflict", e);
        } catch (WebApplicationException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("The holder of a pair cannot be answered", e);
            session.getTransactionManager().setRollbackOnly();
            return refused(GatewayError.unavailable());
        }
    }

    private Response verified(boolean isUse, Function<VerifiedPair, Response> call) {
        if (CleartextRequest.isOne(session)) {
            holder.tellDisclosed();
            return refused(Refused.HTTPS_REQUIRED.error());
        }
        if (!realm.isEnabled()) {
            return refused(Refused.REALM_DISABLED.error());
        }
        PairHolder.Presented presented = holder.verify();
        VerifiedPair pair = presented.pair();
        Verdict verdict = pair.isAccepted() && isUse ? holder.use(pair) : pair.verdict();
        if (!verdict.isAccepted()) {
            GatewayError error = GatewayError.of(verdict, PasswordGrantsAttributes.errorPage(realm));
            events.refused(presented.appKey(), Optional.of(verdict), error);
            return refused(error);
        }
        return call.apply(pair);
    }

    private Pair stored(VerifiedPair pair) {
        return new AppKeyService(session, realm).find(pair.client().getClientId())
                .orElseThrow(() -> new ConflictException("The pair was deleted at the same moment"));
    }

    private Response refused(GatewayError error) {
        Refusal.log(events.refusalId(), error.reason());
        return GatewayAnswers.refused(realm, error, events.refusalId());
    }

    /** Nothing of what was begun is kept. */
    private Response failed(Status status, String code, RuntimeException reason) {
        session.getTransactionManager().setRollbackOnly();
        return error(status, code, reason.getMessage());
    }

    private static Response error(Status status, String code, String description) {
        return answer(status, new OAuth2ErrorRepresentation(code, description));
    }

    private static Response answer(Status status, Object body) {
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body)
                .header(HttpHeaders.CACHE_CONTROL, GatewayAnswers.NO_STORE).build();
    }
}
