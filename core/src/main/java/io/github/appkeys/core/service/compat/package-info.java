/**
 * What differs between the Keycloak versions that the jar supports, one class for each difference. Each names the
 * versions that differ, and when the class can go.
 */
package io.github.appkeys.core.service.compat;
