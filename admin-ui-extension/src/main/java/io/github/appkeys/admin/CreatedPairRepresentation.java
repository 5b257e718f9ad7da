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
 * The response to creating or renewing a pair. The only response of the admin REST API with an appToken or a claim
 * link: never pass it to an event or a log.
 */
record CreatedPairRepresentation(@JsonUnwrapped PairRepresentation pair,
        @JsonInclude(JsonInclude.Include.NON_NULL) String appToken,
        @JsonInclude(JsonInclude.Include.NON_NULL) String claimUrl) {

    static CreatedPairRepresentation of(PairRepresentation pair, CreatedPair created, KeycloakSession session) {
        return new CreatedPairRepresentation(pair,
                created.appToken() == null ? null : created.appToken().reveal(),
                created.claimCode() == null ? null : url(created.claimCode(), session));
    }

    /** The response without its Location header. */
    Response.ResponseBuilder toResponse() {
        return Response.status(Response.Status.CREATED).header(HttpHeaders.CACHE_CONTROL, "no-store").entity(this);
    }

    @Override
    public String toString() {
        return pair.appKey();
    }

    /** The page belongs to the realm's public pages, so it has the frontend URL like the login pages. */
    private static String url(ClaimCode code, KeycloakSession session) {
        return RealmsResource.realmBaseUrl(session.getContext().getUri(UrlType.FRONTEND)).path("app-keys").path("claim")
                .path(code.reveal()).build(session.getContext().getRealm().getName()).toString();
    }
}
