package io.github.appkeys.core.mappers;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which protocol mappers work on the tokens of many clients, in few queries. */
public interface MapperStore {

    /**
     * A protocol mapper of a client itself.
     *
     * @param clientUuid the id of the client
     * @param type       the id of the kind of mapper
     * @param config     its configuration
     */
    record Own(String clientUuid, String type, Map<String, String> config) {
    }

    /** The mappers that the clients have themselves. One query. */
    List<Own> own(Collection<String> clientUuids);

    /** The ids of those of the clients that have one of the client scopes, as default or optional one. One query. */
    Set<String> withScopes(Collection<String> clientUuids, Collection<String> scopeIds);
}
