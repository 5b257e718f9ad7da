package io.github.appkeys.admin;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.github.appkeys.admin.access.AdminCall;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.service.mappers.AddedRoles;
import io.github.appkeys.core.service.mappers.MappedRole;

/**
 * A pair as it is read, with what its tokens hold beyond its roles.
 *
 * @param addedRoles the roles that only a protocol mapper adds
 */
record ListedPairRepresentation(@JsonUnwrapped PairRepresentation pair, List<ListedRole> addedRoles) {

    static List<ListedPairRepresentation> of(AdminCall call, List<Pair> pairs) {
        Map<String, List<MappedRole>> added = new AddedRoles(call.session(), call.realm()).of(pairs);
        return pairs.stream().map(pair -> new ListedPairRepresentation(PairRepresentation.of(pair),
                added.getOrDefault(pair.clientUuid(), List.of()).stream().map(ListedRole::of).toList())).toList();
    }

    @Override
    public String toString() {
        return pair.appKey();
    }
}
