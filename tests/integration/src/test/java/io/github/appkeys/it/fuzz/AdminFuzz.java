package io.github.appkeys.it.fuzz;

import static io.github.appkeys.it.fuzz.Mutations.odd;
import static io.github.appkeys.it.fuzz.Mutations.one;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.it.fuzz.FuzzRealm.Caller;
import io.github.appkeys.it.fuzz.Operations.Operation;

/** Calls of the admin REST API by every caller: those of {@code docs/openapi.yaml}, valid or nearly so. */
final class AdminFuzz {

    /** Their success would switch app keys off, so only the callers of the realm that may lose them succeed. */
    private static final Set<String> OF_SPARE = Set.of("updateSettings", "repairSettings");

    private final List<Operation> operations = Operations.read();
    private final FuzzRealm realm;
    private final FuzzRealm spare;

    /**
     * @param realm where app keys stay enabled
     * @param spare another realm, whose settings callers may change
     */
    AdminFuzz(FuzzRealm realm, FuzzRealm spare) {
        this.realm = realm;
        this.spare = spare;
    }

    List<Operation> operations() {
        return operations;
    }

    Sent next(Random random) {
        Operation operation = one(random, operations);
        boolean inSpare = random.nextInt(4) == 0;
        FuzzRealm target = inSpare ? spare : realm;
        boolean neighbour = random.nextInt(8) == 0;
        Caller caller = one(random, (neighbour == inSpare ? realm : spare).callers);
        boolean csv = random.nextBoolean();
        Set<String> roles = operation.id().equals("exportPairs")
                ? Set.of(csv ? "view-app-keys" : "manage-app-key-settings") : operation.roles();
        boolean right = !neighbour && !Collections.disjoint(caller.rights(), roles);
        if (right && !inSpare && OF_SPARE.contains(operation.id())) {
            target = spare;
            right = false;
        }
        List<String> headers = new ArrayList<>();
        if (caller.token() != null) {
            headers.add("Authorization: Bearer " + caller.token());
        }
        headers.add("Accept: " + (operation.id().equals("exportPairs") ? csv ? "text/csv" : "application/json"
                : random.nextInt(20) == 0 ? odd(random) : "application/json"));
        String path = path(random, operation, target, right) + query(random, operation);
        byte[] body = body(random, operation);
        if (body != null || random.nextInt(5) == 0) {
            headers.add("Content-Type: " + (random.nextInt(15) == 0 ? odd(random) : "application/json"));
        }
        String method = random.nextInt(25) == 0 ? one(random, List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD"))
                : operation.method();
        boolean mayPass = method.equals(operation.method()) ? right : mayPassAs(caller, neighbour);
        return new Sent(operation.id() + (method.equals(operation.method()) ? "" : " as " + method), caller.name()
                + (neighbour ? " of the other realm" : ""), method, path, headers, body, mayPass,
                operation.creates() || !method.equals(operation.method()));
    }

    /** The same path has other calls, for other rights; the callers without any have none of them. */
    private static boolean mayPassAs(Caller caller, boolean neighbour) {
        return !neighbour && !caller.rights().isEmpty();
    }

    private static String path(Random random, Operation operation, FuzzRealm target, boolean right) {
        String appKey = appKey(random, target, right);
        String id = switch (random.nextInt(4)) {
            case 0 -> odd(random);
            case 1 -> "00000000-0000-0000-0000-000000000000";
            default -> target.pair(random.nextInt(100)).created().path("tokens").path(0).path("id").asText();
        };
        String path = operation.path().replace("{realm}", target.realm.name)
                .replace("{appKey}", escaped(random, appKey)).replace("{id}", escaped(random, id));
        return random.nextInt(40) == 0 ? path + one(random, List.of("/", "//", "/..", ";x=1", "/x", "/%00", "/{y}"))
                : path;
    }

    /** A caller with the right never names the pair that must work at the end. */
    private static String appKey(Random random, FuzzRealm target, boolean right) {
        String appKey = target.pair(random.nextInt(100)).appKey();
        return switch (random.nextInt(10)) {
            case 0 -> Mutations.text(random, appKey);
            case 1 -> odd(random);
            case 2 -> target.claim(random.nextInt(100)).appKey();
            case 3 -> one(random, List.of("stock", "account", "realm-management", "security-admin-console", "no-such"));
            case 4, 5 -> right ? appKey : target.untouched.appKey();
            default -> appKey;
        };
    }

    private static String escaped(Random random, String segment) {
        return random.nextInt(10) == 0 ? segment.replace("/", "%2F").replace("?", "%3F").replace("#", "%23")
                : Http.encode(segment).replace("+", "%20");
    }

    private static String query(Random random, Operation operation) {
        List<String> parameters = Stream.concat(operation.queries().stream(), Stream.of("unknown"))
                .filter(name -> random.nextInt(3) == 0)
                .map(name -> name + "=" + (random.nextBoolean() ? valid(random, name) : Http.encode(
                        Mutations.text(random, valid(random, name))))).toList();
        return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
    }

    private static String valid(Random random, String name) {
        return switch (name) {
            case "first", "max", "days" -> String.valueOf(random.nextInt(50));
            case "status" -> one(random, List.of("ACTIVE", "NO_ROLE", "DISABLED", "EXPIRED"));
            case "dryRun", "keepPolicy", "location" -> String.valueOf(random.nextBoolean());
            case "separator" -> "%3B";
            case "sort" -> "count";
            default -> "fuzz";
        };
    }

    private static byte[] body(Random random, Operation operation) {
        if (operation.body() == null) {
            return operation.method().equals("GET") || random.nextInt(3) > 0 ? null
                    : odd(random).getBytes(StandardCharsets.UTF_8);
        }
        JsonNode body = operation.body().deepCopy();
        if (operation.id().equals("createPair")) {
            ((ObjectNode) body).remove("appKey");
        }
        return random.nextInt(3) == 0 ? body.toString().getBytes(StandardCharsets.UTF_8) : Mutations.json(random, body);
    }
}
