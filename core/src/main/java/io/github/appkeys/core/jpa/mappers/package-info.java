/** The protocol mappers of Keycloak's clients. */
package io.github.appkeys.core.jpa.mappers;
