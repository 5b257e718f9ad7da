package io.github.appkeys.it.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.github.appkeys.harness.Json;

/** The admin REST calls as {@code docs/openapi.yaml} describes them. */
final class Operations {

    /** Rights of ours, and the one of Keycloak's that counts for some calls. */
    private static final Pattern ROLE = Pattern.compile(
            "`(view-app-keys|manage-app-keys|renew-app-tokens|manage-app-key-settings|manage-realm)`");

    private static final Map<String, ?> TOKEN = Json.of("id", "1", "hint", "abcd", "hashAlgorithm", "SHA-256", "hash",
            "0".repeat(64), "createdAt", "2026-01-01T00:00:00Z", "createdBy", "admin", "expiresAt", null,
            "lastUsedAt", null, "lastUsedFrom", null);
    private static final Map<String, ?> PAIR = Json.of("appKey", "imported-pair", "label", "Shop", "description", null,
            "enabled", true, "createdAt", "2026-01-01T00:00:00Z", "createdBy", "admin", "allowedNetworks", List.of(),
            "contact", null, "roles", List.of(Map.of("name", "orders:read", "client", "orders-api")),
            "tokens", List.of(TOKEN), "currentToken", "1", "renewal", null);

    /** Bodies of calls whose description has no example. */
    private static final Map<String, Object> BODIES = Map.of(
            "linkRoles", List.of(Map.of("name", "orders:read", "client", "orders-api")),
            "unlinkRoles", List.of(Map.of("name", "orders:write", "client", "orders-api")),
            "importPairs", Json.of("format", 1, "pairs", List.of(PAIR), "count", 1));

    /**
     * A call.
     *
     * @param id       its name in the description
     * @param method   its method
     * @param path     its path with names in braces
     * @param roles    the roles of which one is needed
     * @param queries  the names of its parameters
     * @param body     an example of its body; null for none
     */
    record Operation(String id, String method, String path, Set<String> roles, List<String> queries, JsonNode body) {

        boolean creates() {
            return Set.of("createPair", "startRenewal").contains(id);
        }
    }

    private Operations() {
    }

    /** All calls of the description. */
    static List<Operation> read() {
        try {
            JsonNode document = new ObjectMapper(new YAMLFactory())
                    .readTree(Path.of(System.getProperty("docs")).resolve("openapi.yaml").toFile());
            List<Operation> operations = new ArrayList<>();
            document.path("paths").fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(call -> {
                if (call.getValue().has("operationId")) {
                    operations.add(operation(path.getKey(), call.getKey(), call.getValue()));
                }
            }));
            return operations;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Operation operation(String path, String method, JsonNode call) {
        String id = call.path("operationId").asText();
        List<String> queries = new ArrayList<>();
        call.path("parameters").forEach(parameter -> queries.add(parameter.path("name")
                .asText(parameter.path("$ref").asText().replaceFirst(".*/", ""))));
        JsonNode example = call.path("requestBody").path("content").path("application/json").path("example");
        JsonNode body = BODIES.containsKey(id) ? Json.parse(Json.text(BODIES.get(id)))
                : example.isMissingNode() ? null : example;
        return new Operation(id, method.toUpperCase(Locale.ROOT), path, roles(id, call), queries, body);
    }

    private static Set<String> roles(String id, JsonNode call) {
        String needs = call.path("description").asText().split("[.,]\\s|\n\n")[0];
        Matcher role = ROLE.matcher(needs.equals("Needs what linking them needs") ? "`manage-app-keys`" : needs);
        Set<String> roles = new TreeSet<>();
        while (role.find()) {
            roles.add(role.group(1));
        }
        if (roles.isEmpty()) {
            throw new AssertionError("The description of " + id + " does not begin with the role that it needs");
        }
        return roles;
    }
}
