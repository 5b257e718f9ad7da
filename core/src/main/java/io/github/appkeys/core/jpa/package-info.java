/**
 * The store on Keycloak's own database. Its tables hold what Keycloak's have no place for; the rest is joined.
 */
package io.github.appkeys.core.jpa;
