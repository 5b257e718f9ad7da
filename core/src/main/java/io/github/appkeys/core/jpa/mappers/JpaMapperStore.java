package io.github.appkeys.core.jpa.mappers;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.appkeys.core.mappers.MapperStore;
import jakarta.persistence.EntityManager;

/** Reads Keycloak's protocol mappers with the entity manager of the session. */
public final class JpaMapperStore implements MapperStore {

    private static final String OWN = """
            select m.client.id, m.id, m.protocolMapper, key(c), value(c)
            from ProtocolMapperEntity m
            left join m.config c
            where m.client.id in :clientUuids and m.protocol = 'openid-connect'
            """;
    private static final String WITH_SCOPES = """
            select distinct s.clientId
            from ClientScopeClientMappingEntity s
            where s.clientId in :clientUuids and s.clientScopeId in :scopeIds
            """;

    /** A mapper with one entry of its configuration; name and value are null if it has none. */
    private record Row(String clientUuid, String id, String type, String name, String value) {

        Row(Object[] columns) {
            this((String) columns[0], (String) columns[1], (String) columns[2], (String) columns[3],
                    (String) columns[4]);
        }
    }

    private final EntityManager entities;

    public JpaMapperStore(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<Own> own(Collection<String> clientUuids) {
        Map<String, Own> found = new LinkedHashMap<>();
        entities.createQuery(OWN, Object[].class).setParameter("clientUuids", clientUuids)
                .getResultStream().map(Row::new).forEach(row -> {
                    Own mapper = found.computeIfAbsent(row.id,
                            id -> new Own(row.clientUuid, row.type, new HashMap<>()));
                    if (row.name != null) {
                        mapper.config().put(row.name, row.value);
                    }
                });
        return List.copyOf(found.values());
    }

    @Override
    public Set<String> withScopes(Collection<String> clientUuids, Collection<String> scopeIds) {
        return new HashSet<>(entities.createQuery(WITH_SCOPES, String.class)
                .setParameter("clientUuids", clientUuids).setParameter("scopeIds", scopeIds).getResultList());
    }
}
