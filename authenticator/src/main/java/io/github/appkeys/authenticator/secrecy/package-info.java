/** Keeps appTokens and the codes of claim links out of logs and events, also where Keycloak quotes a request. */
package io.github.appkeys.authenticator.secrecy;
