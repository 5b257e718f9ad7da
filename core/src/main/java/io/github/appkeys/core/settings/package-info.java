/** A realm's settings for app keys, with their bounds and defaults. */
package io.github.appkeys.core.settings;
