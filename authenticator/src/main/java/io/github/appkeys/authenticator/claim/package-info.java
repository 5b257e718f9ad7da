/**
 * What is below {@code /realms/{realm}/app-keys}: the page on which an integrator reveals an appToken.
 */
package io.github.appkeys.authenticator.claim;
