package io.github.appkeys.core.service.mappers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.appkeys.core.pair.RoleRef;
import org.jboss.logging.Logger;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.utils.RoleResolveUtil;

/**
 * The roles that only a protocol mapper adds to the tokens of a pair: in the access token, or in what introspection or
 * userinfo answer. The mappers are run, as for an example token, so those of other extensions count, too.
 */
public final class MappedRoles {

    private static final Logger LOG = Logger.getLogger(MappedRoles.class);

    /** How many are told at most. */
    public static final int MAX = 100;

    private final KeycloakSession session;
    private final ClientModel client;

    public MappedRoles(KeycloakSession session, ClientModel client) {
        this.session = session;
        this.client = client;
    }

    /** Those that the pair can ask for: with its default and optional client scopes. At most {@link #MAX}, sorted. */
    public List<MappedRole> possible() {
        return with(Stream.concat(Stream.of("openid"), client.getClientScopes(false).keySet().stream().sorted())
                .collect(Collectors.joining(" ")));
    }

    /**
     * Those of a request with a scope. At most {@link #MAX}, sorted.
     *
     * @param scope the value of the request's {@code scope}; blank for none
     */
    public List<MappedRole> with(String scope) {
        return run(scope, this::added, List.of());
    }

    /**
     * Whether a mapper makes the access token one of another account, see {@link IssuedRoles#isOfAnotherAccount}.
     *
     * @param scope the value of the request's {@code scope}; blank for none
     */
    public boolean isOfAnotherAccount(String scope) {
        return run(scope, (userSession, context) -> IssuedRoles.isOfAnotherAccount(session, userSession,
                new Mappers(session, userSession, context).accessToken(ran -> { })), false);
    }

    /** @param none what holds where there is no service account */
    private <T> T run(String scope, BiFunction<UserSessionModel, ClientSessionContext, T> action, T none) {
        UserModel account = session.users().getServiceAccount(client);
        if (account == null) {
            return none;
        }
        try {
            return new ExampleSession(session, client, account).with(scope, action);
        } catch (RuntimeException e) {
            // a mapper of another extension; the exchange fails for it, too
            LOG.debugf(e, "The mappers of %s cannot be run", client.getClientId());
            return none;
        }
    }

    private List<MappedRole> added(UserSessionModel userSession, ClientSessionContext context) {
        Set<RoleRef> held = IssuedRoles.held(session, client);
        Map<RoleRef, String> first = new LinkedHashMap<>();
        Consumer<Mappers.Ran> note = ran -> Stream.concat(TokenRoles.of(ran.token()).stream(),
                resolved(context).stream()).filter(role -> !held.contains(role))
                .forEach(role -> first.putIfAbsent(role, ran.mapper()));
        Mappers mappers = new Mappers(session, userSession, context);
        Set<RoleRef> inTokens = new HashSet<>(TokenRoles.of(mappers.accessToken(note)));
        inTokens.addAll(TokenRoles.of(mappers.introspection(note)));
        inTokens.addAll(TokenRoles.of(mappers.userInfo(note)));
        List<MappedRole> all = new ArrayList<>();
        first.forEach((role, mapper) -> {
            if (inTokens.contains(role)) {
                all.add(new MappedRole(role, mapper));
            }
        });
        return all.stream().sorted(Comparator.comparing(mapped -> mapped.role().text())).limit(MAX).toList();
    }

    /** Some mappers only change the roles that later ones write into the token (see HardcodedRole, RoleNameMapper). */
    private Set<RoleRef> resolved(ClientSessionContext context) {
        Set<RoleRef> roles = new HashSet<>();
        TokenRoles.add(roles, RoleResolveUtil.getResolvedRealmRoles(session, context, false), null);
        RoleResolveUtil.getAllResolvedClientRoles(session, context)
                .forEach((id, access) -> TokenRoles.add(roles, access, id));
        return roles;
    }
}
