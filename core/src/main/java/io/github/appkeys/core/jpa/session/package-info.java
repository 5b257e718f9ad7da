/** What the stores need in the transaction of a session: conditional updates, limits of time, and evictions. */
package io.github.appkeys.core.jpa.session;
