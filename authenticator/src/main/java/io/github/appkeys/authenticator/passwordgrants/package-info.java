/** Observes password grants, and refuses them after their end with a client policy executor. */
package io.github.appkeys.authenticator.passwordgrants;
