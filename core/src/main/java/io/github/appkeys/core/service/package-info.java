/**
 * What can be done with pairs: what the admin REST API and the authenticator call.
 * Permissions are the callers' concern.
 */
package io.github.appkeys.core.service;
