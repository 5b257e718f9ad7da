/**
 * Finds the credentials of a pair: in the map that lives and dies with Keycloak's cached service account, or in the
 * database.
 */
package io.github.appkeys.core.service.exchange;
