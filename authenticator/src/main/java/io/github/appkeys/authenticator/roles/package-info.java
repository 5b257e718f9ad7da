/** The client policy executor that refuses pairs whose access token would hold roles that they do not have. */
package io.github.appkeys.authenticator.roles;
