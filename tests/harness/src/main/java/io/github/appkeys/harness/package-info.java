/**
 * A real Keycloak server with our jar in {@code providers/}, for the tests and the demo,
 * and what is needed to talk to it.
 */
package io.github.appkeys.harness;
