/** Rows with the counts of uses and refusals, by pair and day. */
package io.github.appkeys.core.jpa.usage;
