/** The endpoint that takes reports of leaked appTokens. */
package io.github.appkeys.authenticator.leaks;
