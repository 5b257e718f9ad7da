/**
 * Runs a diagnosis: each class checks one part of a realm or pair and returns findings from the catalogue. Changes
 * nothing. Callers check permissions.
 */
package io.github.appkeys.core.service.diagnosis;
