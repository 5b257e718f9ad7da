/**
 * What a pair is: appKey, appToken and its hash, label, allowed networks, and the ports through which pairs and
 * tokens are stored.
 */
package io.github.appkeys.core.pair;
