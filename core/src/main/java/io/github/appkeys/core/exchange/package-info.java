/** Whether the pair in a request may be exchanged for an access token. */
package io.github.appkeys.core.exchange;
