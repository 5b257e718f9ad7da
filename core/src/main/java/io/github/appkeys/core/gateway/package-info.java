/** Rules of the gateway check: what a gateway may ask for, how roles are named in headers, what is told of errors. */
package io.github.appkeys.core.gateway;
