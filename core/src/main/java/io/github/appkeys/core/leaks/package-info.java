/** Reports of leaked appTokens: what a realm does with them, who may be told more, and what a report says. */
package io.github.appkeys.core.leaks;
