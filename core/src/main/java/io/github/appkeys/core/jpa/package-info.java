/**
 * The store in Keycloak's own database. Our tables hold what Keycloak has no place for; Keycloak's tables are
 * joined, never written.
 */
package io.github.appkeys.core.jpa;
