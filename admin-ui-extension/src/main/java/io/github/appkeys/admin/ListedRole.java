package io.github.appkeys.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.appkeys.core.pair.RoleRef;
import io.github.appkeys.core.service.mappers.MappedRole;

/**
 * A role in the tokens of a pair as JSON.
 *
 * @param name    the name of the role
 * @param client  the clientId of the client it belongs to; null for a realm role
 * @param addedBy the name of the protocol mapper that adds it; absent for a linked role
 */
@JsonInclude
record ListedRole(String name, String client, @JsonInclude(JsonInclude.Include.NON_NULL) String addedBy) {

    static ListedRole linked(RoleRef role) {
        return new ListedRole(role.name(), role.client(), null);
    }

    static ListedRole of(MappedRole mapped) {
        return new ListedRole(mapped.role().name(), mapped.role().client(), mapped.mapper());
    }
}
