/** The alarms about appTokens: their table and the port to it. */
package io.github.appkeys.core.jpa.alarms;
