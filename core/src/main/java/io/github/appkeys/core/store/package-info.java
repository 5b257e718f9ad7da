/**
 * Where pairs are kept: the provider SPI and what goes through it.
 */
package io.github.appkeys.core.store;
