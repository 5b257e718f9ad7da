package io.github.appkeys.core.service.mappers;

import java.util.List;
import java.util.function.Consumer;

import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.protocol.ProtocolMapperUtils;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.representations.AccessToken;

/**
 * Runs the protocol mappers of a session as Keycloak does, for what a service can read about a token: the access token,
 * and the answers of introspection and userinfo.
 */
final class Mappers {

    private final KeycloakSession session;
    private final UserSessionModel userSession;
    private final ClientSessionContext context;
    private final List<Step> steps;

    /** A mapper with its configuration, in the order of Keycloak. */
    private record Step(ProtocolMapperModel model, ProtocolMapper mapper) {
    }

    Mappers(KeycloakSession session, UserSessionModel userSession, ClientSessionContext context) {
        this.session = session;
        this.userSession = userSession;
        this.context = context;
        this.steps = ProtocolMapperUtils.getSortedProtocolMappers(session, context)
                .map(entry -> new Step(entry.getKey(), entry.getValue())).toList();
    }

    /** @param after told the name of each mapper that was run */
    AccessToken accessToken(Consumer<Ran> after) {
        return run(after, (step, token) -> step.mapper instanceof OIDCAccessTokenMapper mapper
                ? mapper.transformAccessToken(token, step.model, session, userSession, context) : token);
    }

    /** @param after told the name of each mapper that was run */
    AccessToken introspection(Consumer<Ran> after) {
        return run(after, (step, token) -> step.mapper instanceof TokenIntrospectionTokenMapper mapper
                ? mapper.transformIntrospectionToken(token, step.model, session, userSession, context) : token);
    }

    /** @param after told the name of each mapper that was run */
    AccessToken userInfo(Consumer<Ran> after) {
        return run(after, (step, token) -> step.mapper instanceof UserInfoTokenMapper mapper
                ? mapper.transformUserInfoToken(token, step.model, session, userSession, context) : token);
    }

    /**
     * A mapper was run.
     *
     * @param mapper its name
     * @param token  what it left
     */
    record Ran(String mapper, AccessToken token) {
    }

    private interface Transformation {

        AccessToken apply(Step step, AccessToken token);
    }

    private AccessToken run(Consumer<Ran> after, Transformation transformation) {
        AccessToken token = new AccessToken();
        for (Step step : steps) {
            token = transformation.apply(step, token);
            after.accept(new Ran(step.model.getName(), token));
        }
        return token;
    }
}
