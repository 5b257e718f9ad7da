/** The client policy executor that refuses changes of API clients through Keycloak's own endpoints. */
package io.github.appkeys.authenticator.guard;
