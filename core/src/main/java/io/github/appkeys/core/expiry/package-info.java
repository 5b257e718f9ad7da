/** When appTokens end, and the notices that are sent before. */
package io.github.appkeys.core.expiry;
