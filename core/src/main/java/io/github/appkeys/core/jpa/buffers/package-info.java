/** Values that wait in memory until they are written in batches, so that requests do not wait for the database. */
package io.github.appkeys.core.jpa.buffers;
