/**
 * Client authenticator app-key: authenticates token requests that carry an appKey/appToken pair. Also the root of
 * /realms/{realm}/app-keys.
 */
package io.github.appkeys.authenticator;
