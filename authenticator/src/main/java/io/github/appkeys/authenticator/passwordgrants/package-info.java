/** Counts password grants, and refuses them after the cutoff with a client policy executor. */
package io.github.appkeys.authenticator.passwordgrants;
