/** Which password grants are allowed, deprecated or ended, and which were observed. */
package io.github.appkeys.core.passwordgrants;
