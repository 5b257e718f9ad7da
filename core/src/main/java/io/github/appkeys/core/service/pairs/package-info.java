/** Creates, adopts, imports, changes and deletes pairs in Keycloak. Callers check permissions. */
package io.github.appkeys.core.service.pairs;
