/**
 * The gateway check {@code /realms/{realm}/app-keys/authorize}, which gateways ask at every call, and the login in
 * VTEX's form. Both take access tokens from the realm's own grant {@code client_credentials}; the gateway check uses
 * one again while nothing that it is made of has changed.
 *
 * <p>A request of a gateway carries what its caller sent. So the answer depends on the pair in its headers, on the
 * address of the caller as Keycloak sees it, and on the query that the gateway's own configuration has; never on the
 * path or the query below {@code authorize}, on the body, or on headers that this check sets itself.
 */
package io.github.appkeys.authenticator.gateway;
