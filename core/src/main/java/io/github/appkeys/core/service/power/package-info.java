/** Asks Keycloak who may hand out the roles that give power over it. */
package io.github.appkeys.core.service.power;
