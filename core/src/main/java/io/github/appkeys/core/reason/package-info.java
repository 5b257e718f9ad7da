/** The catalogue of reasons for a refusal: codes, messages in three languages, and the OAuth error of each. */
package io.github.appkeys.core.reason;
