/** The calls for the holder of a pair: what it is and may do, a new appToken, the end of the present one. */
package io.github.appkeys.authenticator.self;
