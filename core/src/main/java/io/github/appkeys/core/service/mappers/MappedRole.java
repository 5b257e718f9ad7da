package io.github.appkeys.core.service.mappers;

import io.github.appkeys.core.pair.RoleRef;

/**
 * A role that a token of a pair holds, though the pair does not have it.
 *
 * @param role   the role, which need not exist
 * @param mapper the name of the protocol mapper that adds it
 */
public record MappedRole(RoleRef role, String mapper) {
}
