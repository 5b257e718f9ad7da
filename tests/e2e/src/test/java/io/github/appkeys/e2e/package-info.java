/** The section in Keycloak's admin console, as an administrator meets it: a real browser at a real server. */
package io.github.appkeys.e2e;
