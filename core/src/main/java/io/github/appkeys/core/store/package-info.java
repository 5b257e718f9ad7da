/**
 * The provider SPI of the store: it gives a session the ports of all subjects and follows the removal of clients and
 * realms.
 */
package io.github.appkeys.core.store;
