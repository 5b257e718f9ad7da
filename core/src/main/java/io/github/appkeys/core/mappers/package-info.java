/** Which protocol mappers could add roles to the tokens of a pair. */
package io.github.appkeys.core.mappers;
