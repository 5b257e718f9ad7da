/** How often pairs are exchanged, and refused for which reason, by day. */
package io.github.appkeys.core.usage;
