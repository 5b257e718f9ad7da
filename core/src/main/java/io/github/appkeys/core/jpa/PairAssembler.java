package io.github.appkeys.core.jpa;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;

import io.github.appkeys.core.store.Pair;
import jakarta.persistence.EntityManager;

/** Puts pairs together from their rows: two more queries for all of them, one for tokens and one for roles. */
final class PairAssembler {

    private static final String ROLES = """
            select u.serviceAccountClientLink, r.name, rc.clientId
            from UserEntity u
            join UserRoleMappingEntity m on m.user = u
            join RoleEntity r on r.id = m.roleId
            left join ClientEntity rc on rc.id = r.clientId
            where u.realmId = :realmId and u.serviceAccountClientLink in :clientUuids
            order by rc.clientId, r.name""";

    private final EntityManager entities;

    PairAssembler(EntityManager entities) {
        this.entities = entities;
    }

    /** @param rows what {@link PairQuery#rows} selects */
    List<Pair> assemble(String realmId, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> clientUuids = rows.stream().map(row -> ((PairEntity) row[0]).clientUuid()).toList();
        Map<String, List<Pair.Token>> tokens = tokens(clientUuids);
        Map<String, List<Pair.LinkedRole>> roles = roles(realmId, clientUuids);
        return rows.stream().map(row -> pair(row, tokens, roles)).toList();
    }

    private static Pair pair(Object[] row, Map<String, List<Pair.Token>> tokens,
            Map<String, List<Pair.LinkedRole>> roles) {
        PairEntity pair = (PairEntity) row[0];
        return new Pair((String) row[1], (String) row[2], (String) row[3], (Boolean) row[4], pair.createdAt(),
                pair.createdBy(), pair.clientUuid(), (String) row[5], pair.allowedNetworks(),
                tokens.getOrDefault(pair.clientUuid(), List.of()), roles.getOrDefault(pair.clientUuid(), List.of()));
    }

    private Map<String, List<Pair.Token>> tokens(List<String> clientUuids) {
        return entities.createNamedQuery("AppKeyTokenEntity.ofPairs", TokenEntity.class)
                .setParameter("clientUuids", clientUuids)
                .getResultStream()
                .collect(groupingBy(TokenEntity::clientUuid, mapping(TokenEntity::toToken, toList())));
    }

    private Map<String, List<Pair.LinkedRole>> roles(String realmId, List<String> clientUuids) {
        return entities.createQuery(ROLES, Object[].class)
                .setParameter("realmId", realmId)
                .setParameter("clientUuids", clientUuids)
                .getResultStream()
                .collect(groupingBy(row -> (String) row[0],
                        mapping(row -> new Pair.LinkedRole((String) row[1], (String) row[2]), toList())));
    }
}
