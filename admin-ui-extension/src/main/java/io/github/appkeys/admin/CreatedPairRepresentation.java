package io.github.appkeys.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.github.appkeys.core.issuance.ClaimCode;
import io.github.appkeys.core.issuance.CreatedPair;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.RealmsResource;
import org.keycloak.urls.UrlType;

/**
 * The answer to creating or renewing a pair: the one place where an appToken, or the link to it, leaves the admin REST
 * API. Never pass it to an event or a log.
 */
record CreatedPairRepresentation(@JsonUnwrapped PairRepresentation pair,
        @JsonInclude(JsonInclude.Include.NON_NULL) String appToken,
        @JsonInclude(JsonInclude.Include.NON_NULL) String claimUrl) {

    static CreatedPairRepresentation of(PairRepresentation pair, CreatedPair created, KeycloakSession session) {
        return new CreatedPairRepresentation(pair,
                created.appToken() == null ? null : created.appToken().reveal(),
                created.claimCode() == null ? null : url(created.claimCode(), session));
    }

    /** The answer, to be completed. */
    Response.ResponseBuilder toResponse() {
        return Response.status(Response.Status.CREATED).header(HttpHeaders.CACHE_CONTROL, "no-store").entity(this);
    }

    @Override
    public String toString() {
        return pair.appKey();
    }

    /** A page of the realm's own, so it is where its login pages are. */
    private static String url(ClaimCode code, KeycloakSession session) {
        return RealmsResource.realmBaseUrl(session.getContext().getUri(UrlType.FRONTEND)).path("app-keys").path("claim")
                .path(code.reveal()).build(session.getContext().getRealm().getName()).toString();
    }
}
