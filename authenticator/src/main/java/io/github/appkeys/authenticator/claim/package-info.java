/** The claim page below /realms/{realm}/app-keys/claim: an integrator reveals an appToken once. */
package io.github.appkeys.authenticator.claim;
