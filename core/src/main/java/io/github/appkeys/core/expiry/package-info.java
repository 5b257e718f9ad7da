/** When appTokens end, and which notices are sent before. */
package io.github.appkeys.core.expiry;
