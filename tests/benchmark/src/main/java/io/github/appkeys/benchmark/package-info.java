/**
 * Compares stock Keycloak with one that has our jar, both on this machine and in the same run. Quote the ratios:
 * absolute figures move with the machine.
 */
package io.github.appkeys.benchmark;
