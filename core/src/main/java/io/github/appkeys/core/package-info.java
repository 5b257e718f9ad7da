/**
 * Values, rules and ports of app keys, in a package for each subject. Knows the JDK only; what knows Keycloak is in
 * store, service and jpa.
 */
package io.github.appkeys.core;
