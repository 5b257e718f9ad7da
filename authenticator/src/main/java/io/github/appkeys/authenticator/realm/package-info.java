/**
 * The root of {@code /realms/{realm}/app-keys}. It depends on the packages of the endpoints below it, and they may
 * depend on the exchange in the parent package, so it is a package of its own: no cycle.
 */
package io.github.appkeys.authenticator.realm;
