package io.github.appkeys.it.support;

import static io.github.appkeys.harness.TestRealm.expect;

import java.util.HashMap;
import java.util.Map;

import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;

/** Protocol mappers, as who may change clients adds them with Keycloak's own admin REST API. */
public final class ProtocolMappers {

    private ProtocolMappers() {
    }

    /** Adds a mapper to the client of a pair. */
    public static void add(TestPair pair, String name, String type, Map<String, String> config) {
        addToClient(pair.realm(), pair.clientUuid(), name, type, config);
    }

    /** Adds a mapper to a client. */
    public static void addToClient(TestRealm realm, String client, String name, String type,
            Map<String, String> config) {
        expect(201, realm.admin.post(realm.path("/clients/" + client + "/protocol-mappers/models"),
                mapper(name, type, config)));
    }

    /** A client scope with a mapper, as default or optional scope of a pair. */
    public static void addByScope(TestPair pair, String scope, String kind, String type, Map<String, String> config) {
        TestRealm realm = pair.realm();
        String location = expect(201, realm.admin.post(realm.path("/client-scopes"),
                Map.of("name", scope, "protocol", "openid-connect"))).header("Location");
        String id = location.substring(location.lastIndexOf('/') + 1);
        expect(201, realm.admin.post(realm.path("/client-scopes/" + id + "/protocol-mappers/models"),
                mapper("of " + scope, type, config)));
        expect(204, realm.admin.put(realm.path("/clients/" + pair.clientUuid() + "/" + kind + "-client-scopes/" + id),
                Map.of()));
    }

    /** What a claim mapper needs to write a JSON value. */
    public static Map<String, String> claim(String claim, String value, String... into) {
        Map<String, String> config = new HashMap<>(Map.of("claim.name", claim, "claim.value", value,
                "jsonType.label", value.startsWith("[") || value.startsWith("{") ? "JSON" : "String",
                "access.token.claim", "false", "id.token.claim", "false", "userinfo.token.claim", "false",
                "introspection.token.claim", "false"));
        for (String token : into) {
            config.put(token, "true");
        }
        return config;
    }

    private static Map<String, Object> mapper(String name, String type, Map<String, String> config) {
        return Map.of("name", name, "protocol", "openid-connect", "protocolMapper", type, "config", config);
    }
}
