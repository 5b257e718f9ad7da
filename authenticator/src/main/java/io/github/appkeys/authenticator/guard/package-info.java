/** The guard of API clients: what Keycloak's own ways to change a client may do to one. */
package io.github.appkeys.authenticator.guard;
