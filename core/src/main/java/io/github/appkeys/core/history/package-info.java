/** What happened to each pair: who did what and when, independent of Keycloak's event store. */
package io.github.appkeys.core.history;
