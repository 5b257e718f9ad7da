package io.github.appkeys.authenticator.gateway;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.github.appkeys.core.service.compat.ParameterizedScopes;
import org.keycloak.common.constants.ServiceAccountConstants;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.RoleUtils;
import org.keycloak.protocol.ProtocolMapperUtils;
import org.keycloak.protocol.oidc.mappers.GroupMembershipMapper;

/**
 * A digest of what an access token is made of and Keycloak does not evict the cached service account for: effective
 * roles, client scopes in force with their mappers, and groups. Answered from Keycloak's caches. Two tokens of the same
 * pair and the same digest would have the same claims, but for times and ids.
 *
 * @param digest     equal while nothing has changed
 * @param hasAddress whether a mapper puts the address of the caller into the token
 */
record TokenFingerprint(String digest, boolean hasAddress) {

    /** Mappers of Keycloak whose claims follow from the user, the client, roles, groups and their own configuration. */
    private static final Set<String> KNOWN = Set.of("oidc-usermodel-attribute-mapper", "oidc-usermodel-property-mapper",
            "oidc-full-name-mapper", "oidc-address-mapper", "oidc-sub-mapper", "oidc-hardcoded-claim-mapper",
            "oidc-hardcoded-role-mapper", "oidc-role-name-mapper", "oidc-usermodel-realm-role-mapper",
            "oidc-usermodel-client-role-mapper", "oidc-group-membership-mapper", "oidc-audience-mapper",
            "oidc-audience-resolve-mapper", "oidc-allowed-origins-mapper", "oidc-acr-mapper", "oidc-amr-mapper",
            "oidc-nonce-backwards-compatible-mapper", "oidc-sha256-pairwise-sub-mapper", "oidc-session-state-mapper");
    private static final String NOTE_MAPPER = "oidc-usersessionmodel-note-mapper";
    private static final String NOTE = "user.session.note";
    private static final Set<String> ADDRESS_NOTES = Set.of(ServiceAccountConstants.CLIENT_HOST,
            ServiceAccountConstants.CLIENT_ADDRESS);
    /** What other notes of such a session hold does not depend on the request; AUTH_TIME is not set in it. */
    private static final Set<String> OTHER_NOTES = Set.of(ServiceAccountConstants.CLIENT_ID,
            ServiceAccountConstants.CLIENT_ID_SESSION_NOTE, "AUTH_TIME");

    /**
     * Of the tokens that a pair would get now.
     *
     * @return empty where a token depends on more than is known here, so that none may be used again
     */
    static Optional<TokenFingerprint> of(ClientModel client, UserModel account, GrantedScopes granted) {
        List<ProtocolMapperModel> mappers = granted.scopes().stream()
                .flatMap(ClientScopeModel::getProtocolMappersStream).toList();
        if (ParameterizedScopes.areEnabled() || !mappers.stream().allMatch(TokenFingerprint::isKnown)) {
            return Optional.empty();
        }
        Writer writer = new Writer();
        granted.held().stream().sorted(Comparator.comparing(RoleModel::getId)).forEach(writer::role);
        writer.end();
        granted.scopes().stream().sorted(Comparator.comparing(ClientScopeModel::getId)).forEach(writer::scope);
        writer.text(String.valueOf(client.isFullScopeAllowed()));
        if (!client.isFullScopeAllowed()) {
            // Keycloak does not cache that a client has no roles: it asks the database each time
            client.getRolesStream().map(RoleModel::getId).sorted().forEach(writer::text);
        }
        writer.end();
        account.getGroupsStream().sorted(Comparator.comparing(GroupModel::getId)).forEach(writer::group);
        return Optional.of(new TokenFingerprint(writer.digest(), mappers.stream().anyMatch(mapper ->
                ADDRESS_NOTES.contains(String.valueOf(mapper.getConfig().get(NOTE))))));
    }

    private static boolean isKnown(ProtocolMapperModel mapper) {
        String note = String.valueOf(mapper.getConfig().get(NOTE));
        return KNOWN.contains(mapper.getProtocolMapper()) || NOTE_MAPPER.equals(mapper.getProtocolMapper())
                && (ADDRESS_NOTES.contains(note) || OTHER_NOTES.contains(note));
    }

    /** Writes each text with its length, so that no two different inputs are the same. */
    private static final class Writer {

        private final MessageDigest sha256;

        private Writer() {
            try {
                sha256 = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        private void text(String text) {
            byte[] bytes = Objects.requireNonNullElse(text, "").getBytes(StandardCharsets.UTF_8);
            sha256.update(new byte[] {(byte) (bytes.length >> 24), (byte) (bytes.length >> 16),
                (byte) (bytes.length >> 8), (byte) bytes.length});
            sha256.update(bytes);
        }

        private void end() {
            text("\0");
        }

        private void role(RoleModel role) {
            text(role.getId());
            text(role.getName());
            text(role.getContainerId());
            text(role.getContainer() instanceof ClientModel owner ? owner.getClientId() : null);
        }

        private void scope(ClientScopeModel scope) {
            text(scope.getId());
            text(scope.getName());
            texts(scope.getAttributes());
            scope.getProtocolMappersStream().sorted(Comparator.comparing(ProtocolMapperModel::getId))
                    .forEach(this::mapper);
            end();
            RoleUtils.expandCompositeRolesStream(scope.getScopeMappingsStream()).map(RoleModel::getId).sorted()
                    .forEach(this::text);
            end();
        }

        private void mapper(ProtocolMapperModel mapper) {
            text(mapper.getId());
            text(mapper.getName());
            text(mapper.getProtocolMapper());
            Map<String, String> config = new HashMap<>(mapper.getConfig());
            if (GroupMembershipMapper.PROVIDER_ID.equals(mapper.getProtocolMapper())) {
                // the mapper itself adds it to the cached configuration when it is first used
                config.remove(ProtocolMapperUtils.MULTIVALUED);
            }
            texts(config);
        }

        private void group(GroupModel group) {
            Stream.iterate(group, Objects::nonNull, GroupModel::getParent).forEach(each -> {
                text(each.getId());
                text(each.getName());
                new TreeMap<>(each.getAttributes()).forEach((name, values) -> {
                    text(name);
                    values.forEach(this::text);
                    end();
                });
            });
            end();
        }

        private void texts(Map<String, String> texts) {
            new TreeMap<>(texts).forEach((name, value) -> {
                text(name);
                text(value);
            });
            end();
        }

        private String digest() {
            return HexFormat.of().formatHex(sha256.digest());
        }
    }
}
