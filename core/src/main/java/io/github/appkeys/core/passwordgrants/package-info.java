/** Password grants: which are allowed, deprecated or ended, and which were counted. */
package io.github.appkeys.core.passwordgrants;
