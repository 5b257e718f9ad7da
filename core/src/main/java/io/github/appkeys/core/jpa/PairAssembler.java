package io.github.appkeys.core.jpa;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;

import io.github.appkeys.core.pair.ApiClient;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.pair.RoleRef;
import jakarta.persistence.EntityManager;

/** Puts pairs together from their rows: two more queries for all of them, for tokens and for service accounts. */
final class PairAssembler {

    private static final String ACCOUNTS = """
            select u.serviceAccountClientLink, u.id, r.name, rc.clientId
            from AppKeyPairEntity p
            join UserEntity u on u.realmId = p.realmId and u.serviceAccountClientLink = p.clientUuid
            left join UserRoleMappingEntity m on m.user = u
            left join RoleEntity r on r.id = m.roleId
            left join ClientEntity rc on rc.id = r.clientId
            where p.clientUuid in :clientUuids
            order by rc.clientId, r.name""";

    private final EntityManager entities;

    PairAssembler(EntityManager entities) {
        this.entities = entities;
    }

    /** @param rows what {@link PairQuery#rows} selects */
    List<Pair> assemble(List<Object[]> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> clientUuids = rows.stream().map(row -> ((PairEntity) row[0]).clientUuid()).toList();
        Map<String, List<TokenEntity>> tokens = tokens(clientUuids);
        Map<String, List<Object[]>> accounts = accounts(clientUuids);
        return rows.stream().map(row -> {
            String clientUuid = ((PairEntity) row[0]).clientUuid();
            return pair(row, tokens.getOrDefault(clientUuid, List.of()), accounts.getOrDefault(clientUuid, List.of()));
        }).toList();
    }

    /** @param account a row for each role of the service account, or one without a role; empty where there is none */
    private static Pair pair(Object[] row, List<TokenEntity> tokens, List<Object[]> account) {
        PairEntity pair = (PairEntity) row[0];
        ClaimEntity claim = (ClaimEntity) row[7];
        List<RoleRef> roles = account.stream().filter(role -> role[2] != null)
                .map(role -> new RoleRef((String) role[2], (String) role[3])).toList();
        return new Pair((String) row[1], (String) row[2], (String) row[3], (Boolean) row[4],
                ApiClient.isAuthenticator((String) row[5]) && !(Boolean) row[6], pair.createdAt(), pair.createdBy(),
                pair.clientUuid(), account.isEmpty() ? null : (String) account.get(0)[1], pair.allowedNetworks(),
                pair.contact(), pair.currentToken(), pair.renewal(),
                claim == null ? null : claim.toClaim(),
                tokens.stream().map(token -> token.toToken(pair)).toList(), roles);
    }

    private Map<String, List<TokenEntity>> tokens(List<String> clientUuids) {
        return entities.createNamedQuery("AppKeyTokenEntity.ofPairs", TokenEntity.class)
                .setParameter("clientUuids", clientUuids)
                .getResultStream()
                .collect(groupingBy(TokenEntity::clientUuid));
    }

    private Map<String, List<Object[]>> accounts(List<String> clientUuids) {
        return entities.createQuery(ACCOUNTS, Object[].class)
                .setParameter("clientUuids", clientUuids)
                .getResultStream()
                .collect(groupingBy(row -> (String) row[0]));
    }
}
