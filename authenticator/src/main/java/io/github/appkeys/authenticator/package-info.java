/**
 * The client authenticator {@code app-key}: it authenticates token requests with a pair of appKey and appToken.
 *
 * <h2>Data in attributes of the session</h2>
 *
 * <p>Keycloak calls our providers one after the other in one request, without a way to pass data from one to the next.
 * Four classes do that with an attribute of the {@code KeycloakSession}. No other class may read or write these
 * attributes, and each attribute ends with the session, which is at the end of the request.
 *
 * <ul>
 * <li>{@code TokenRequestEvent}: the event of a token request. Written by {@code AppKeyAuthenticator}, before client
 * policies run; used by {@code passwordgrants.PasswordGrantExecutor}, {@code passwordgrants.GrantWarning} and
 * {@code roles.StrictRolesExecutor}, which add details to it.
 * <li>{@code passwordgrants.GrantWarning}: the ruling on a password grant that will be refused some day. Written when
 * Keycloak asks {@code passwordgrants.PasswordGrantExecutor} before the grant; read when it asks again before the
 * response, which then gets the deprecation headers.
 * <li>{@code guard.AppKeyGuard}: the protection of an API client before an update. Written when Keycloak asks before
 * the update; read when it asks again after it, to compare.
 * <li>{@code core.service.pairs.TrustedChange}: a mark that our own services are changing a client. Written, and
 * removed after the change, by {@code ClientPolicyCheck} of the admin REST API; read by {@code guard.AppKeyGuard},
 * which lets the change pass.
 * </ul>
 */
package io.github.appkeys.authenticator;
