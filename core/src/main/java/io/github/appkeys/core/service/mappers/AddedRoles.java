package io.github.appkeys.core.service.mappers;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.appkeys.core.mappers.MapperRule;
import io.github.appkeys.core.mappers.MapperStore;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.store.AppKeyStore;
import org.jboss.logging.Logger;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

/**
 * The roles that only protocol mappers add, of many pairs: see {@link MappedRoles#possible}. Mappers are run for those
 * pairs only that have one that could add a role, which costs two queries for all pairs to find out.
 */
public final class AddedRoles {

    private static final Logger LOG = Logger.getLogger(AddedRoles.class);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final MapperStore mappers;

    public AddedRoles(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.mappers = session.getProvider(AppKeyStore.class).mappers();
    }

    /**
     * The roles of each pair, by the id of its client.
     *
     * @return without those pairs to which no mapper adds a role
     */
    public Map<String, List<MappedRole>> of(List<Pair> pairs) {
        Set<String> clientUuids = pairs.stream().map(Pair::clientUuid).collect(Collectors.toSet());
        return clientUuids.isEmpty() ? Map.of() : suspects(clientUuids)
                .map(clientUuid -> session.clients().getClientById(realm, clientUuid)).filter(Objects::nonNull)
                .map(client -> Map.entry(client.getId(), added(client)))
                .filter(entry -> !entry.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<MappedRole> added(ClientModel client) {
        LOG.debugf("The mappers are run of %s", client.getClientId());
        return new MappedRoles(session, client).possible();
    }

    /** The clients with a mapper, of their own or of a client scope, that could add a role. */
    private Stream<String> suspects(Set<String> clientUuids) {
        Set<String> suspects = new HashSet<>();
        mappers.own(clientUuids).stream().filter(own -> MapperRule.couldAddRoles(own.type(), own.config()))
                .forEach(own -> suspects.add(own.clientUuid()));
        Set<String> scopes = realm.getClientScopesStream().filter(AddedRoles::isSuspect).map(ClientScopeModel::getId)
                .collect(Collectors.toSet());
        if (!scopes.isEmpty()) {
            suspects.addAll(mappers.withScopes(clientUuids, scopes));
        }
        return suspects.stream();
    }

    private static boolean isSuspect(ClientScopeModel scope) {
        return scope.getProtocolMappersStream()
                .filter(mapper -> OIDCLoginProtocol.LOGIN_PROTOCOL.equals(mapper.getProtocol()))
                .anyMatch(AddedRoles::couldAddRoles);
    }

    private static boolean couldAddRoles(ProtocolMapperModel mapper) {
        return MapperRule.couldAddRoles(mapper.getProtocolMapper(),
                mapper.getConfig() == null ? Map.of() : mapper.getConfig());
    }
}
