/** What protocol mappers do to the roles in the access tokens of a pair. Keycloak's client policies do not see them. */
package io.github.appkeys.core.service.mappers;
