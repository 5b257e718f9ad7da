/** Reads and writes a realm's settings, and puts into a realm what app keys need: execution, roles, client policy. */
package io.github.appkeys.core.service.settings;
