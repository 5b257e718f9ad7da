/**
 * The ports, implemented with JPA in Keycloak's own database. Our tables hold what Keycloak has no place for.
 * Keycloak's tables are only read, except for the realm attribute with the revision of the settings.
 *
 * <p>Every query is a text block beside the code that sets its parameters, so that both are read together; entities
 * only map tables. A clause ends with its line, so that clauses can be joined; a condition is put into a clause with
 * {@code %s}. Hibernate creates rows that are no entities as records, whose components are in the order of the select
 * list.
 */
package io.github.appkeys.core.jpa;
