package io.github.appkeys.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.github.appkeys.core.exchange.HeaderNames;
import io.github.appkeys.core.issuance.CreatedPair;
import io.github.appkeys.core.service.pairs.IntegratorUrls;
import io.github.appkeys.core.service.settings.RealmSettingsAttributes;
import io.github.appkeys.core.service.settings.ServerOptions;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;

/**
 * The response to creating or renewing a pair. The only response of the admin REST API with an appToken or a claim
 * link: never pass it to an event or a log.
 */
record CreatedPairRepresentation(@JsonUnwrapped PairRepresentation pair,
        @JsonInclude(JsonInclude.Include.NON_NULL) String appToken,
        @JsonInclude(JsonInclude.Include.NON_NULL) String claimUrl, String tokenUrl, HeaderNames headerNames) {

    static CreatedPairRepresentation of(PairRepresentation pair, CreatedPair created, KeycloakSession session) {
        return new CreatedPairRepresentation(pair,
                created.appToken() == null ? null : created.appToken().reveal(),
                created.claimCode() == null ? null
                        : IntegratorUrls.claim(session, created.claimCode().reveal()).toString(),
                IntegratorUrls.token(session).toString(),
                ServerOptions.current().effectiveHeaderNames(
                        RealmSettingsAttributes.exchange(session.getContext().getRealm()).headerNames()));
    }

    /** The response without its Location header. */
    Response.ResponseBuilder toResponse() {
        return Response.status(Response.Status.CREATED).header(HttpHeaders.CACHE_CONTROL, "no-store").entity(this);
    }

    @Override
    public String toString() {
        return pair.appKey();
    }
}
