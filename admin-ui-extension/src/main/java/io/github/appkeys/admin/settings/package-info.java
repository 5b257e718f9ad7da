/** REST calls for a realm's settings. */
package io.github.appkeys.admin.settings;
