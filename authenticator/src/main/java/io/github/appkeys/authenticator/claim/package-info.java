/** The claim page below /realms/{realm}/app-keys/claim: an integrator reveals an appToken with a claim link. */
package io.github.appkeys.authenticator.claim;
