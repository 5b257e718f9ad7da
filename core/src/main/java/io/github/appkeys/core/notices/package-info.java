/**
 * What happens by itself, now and then: telling that pairs expire, and switching off appTokens that nobody uses.
 */
package io.github.appkeys.core.notices;
