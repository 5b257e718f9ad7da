/**
 * The door: how a request with a pair becomes an authenticated client.
 */
package io.github.appkeys.authenticator;
