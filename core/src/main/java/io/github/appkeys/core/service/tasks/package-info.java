/**
 * Scheduled work: expiry notices by event and e-mail, tokens that end because they are idle, and retention of
 * observed password grants.
 */
package io.github.appkeys.core.service.tasks;
