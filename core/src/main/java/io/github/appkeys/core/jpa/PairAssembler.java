package io.github.appkeys.core.jpa;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;

import io.github.appkeys.core.jpa.alarms.AlarmEntity;
import io.github.appkeys.core.jpa.alarms.JpaAlarmStore;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.pair.Pair.Claim;
import io.github.appkeys.core.pair.RoleRef;
import jakarta.persistence.EntityManager;

/**
 * Assembles pairs from their rows, with one more query for all their tokens, one for all their service accounts, and
 * one for all their alarms.
 */
final class PairAssembler {

    private static final String ACCOUNTS = """
            select u.serviceAccountClientLink, u.id, r.name, rc.clientId
            from AppKeyPairEntity p
            join UserEntity u on u.realmId = p.realmId and u.serviceAccountClientLink = p.clientUuid
            left join UserRoleMappingEntity m on m.user = u
            left join RoleEntity r on r.id = m.roleId
            left join ClientEntity rc on rc.id = r.clientId
            where p.clientUuid in :clientUuids
            order by rc.clientId, r.name
            """;

    /** A service account with one of its roles. The columns of the role are null if it has none. */
    record AccountRow(String clientUuid, String userId, String roleName, String roleClient) {
    }

    private final EntityManager entities;

    PairAssembler(EntityManager entities) {
        this.entities = entities;
    }

    List<Pair> assemble(List<PairQuery.Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> clientUuids = rows.stream().map(row -> row.pair().clientUuid()).toList();
        Map<String, List<TokenEntity>> tokens = TokenQuery.ofPairs(entities, clientUuids)
                .collect(groupingBy(TokenEntity::clientUuid));
        Map<String, List<AccountRow>> accounts = accounts(clientUuids);
        Map<String, List<Pair.Alarm>> alarms = JpaAlarmStore.ofPairs(entities, clientUuids)
                .collect(groupingBy(AlarmEntity::clientUuid, mapping(AlarmEntity::toAlarm, toList())));
        return rows.stream().map(row -> {
            String clientUuid = row.pair().clientUuid();
            return pair(row, tokens.getOrDefault(clientUuid, List.of()), accounts.getOrDefault(clientUuid, List.of()),
                    alarms.getOrDefault(clientUuid, List.of()));
        }).toList();
    }

    /** @param account empty if there is no service account */
    private static Pair pair(PairQuery.Row client, List<TokenEntity> tokens, List<AccountRow> account,
            List<Pair.Alarm> alarms) {
        PairEntity pair = client.pair();
        boolean apiClient = UsableClient.isApiClient(client.authenticator(), client.publicClient());
        String accountId = account.isEmpty() ? null : account.get(0).userId();
        Claim claim = client.claim() == null ? null : client.claim().toClaim();
        return new Pair(
                client.appKey(), client.label(), client.description(), client.enabled(), apiClient,
                client.serviceAccountOn(),
                pair.createdAt(), pair.createdBy(), pair.clientUuid(), accountId,
                pair.allowedNetworks(), pair.contact(), pair.currentToken(), pair.renewal(), claim,
                tokens.stream().map(token -> token.toToken(pair)).toList(), roles(account),
                pair.lastUse(), alarms);
    }

    private static List<RoleRef> roles(List<AccountRow> account) {
        return account.stream()
                .filter(row -> row.roleName() != null)
                .map(row -> new RoleRef(row.roleName(), row.roleClient()))
                .toList();
    }

    private Map<String, List<AccountRow>> accounts(List<String> clientUuids) {
        return entities.createQuery(ACCOUNTS, AccountRow.class)
                .setParameter("clientUuids", clientUuids)
                .getResultStream()
                .collect(groupingBy(AccountRow::clientUuid));
    }
}
