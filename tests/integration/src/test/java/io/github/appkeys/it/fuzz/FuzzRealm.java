package io.github.appkeys.it.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;

import io.github.appkeys.harness.AdminApi;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClaim;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;

/** A realm to be fuzzed: pairs in each state, links, and callers of every kind. */
final class FuzzRealm {

    private static final int PAIRS = 12;
    private static final int CLAIMS = 8;
    private static final String PASSWORD = "a password";
    private static final Map<String, Object> SETTINGS = Map.of("enabled", true, "requireRole", true,
            "selfRenewal", true, "leaks", Map.of("reports", true));
    private static final Set<String> ALL = Set.of("view-app-keys", "manage-app-keys", "renew-app-tokens",
            "manage-app-key-settings", "manage-realm");

    /**
     * Who calls.
     *
     * @param name   for the report
     * @param token  the access token; null for none
     * @param rights the roles that count for our calls
     */
    record Caller(String name, String token, Set<String> rights) {
    }

    final TestRealm realm;
    /** A pair that no caller with a right ever names. */
    final TestPair untouched;
    final List<Caller> callers = new ArrayList<>();

    private final AtomicReferenceArray<TestPair> pairs = new AtomicReferenceArray<>(PAIRS);
    private final AtomicReferenceArray<TestClaim> claims = new AtomicReferenceArray<>(CLAIMS);

    FuzzRealm(KeycloakServer server) {
        this.realm = TestRealm.imported(server, Map.of("accessTokenLifespan", 36_000, "ssoSessionMaxLifespan", 36_000,
                "ssoSessionIdleTimeout", 36_000));
        realm.settings(SETTINGS);
        this.untouched = realm.linkedPair();
        for (int i = 0; i < PAIRS; i++) {
            renew(i);
        }
        for (int i = 0; i < CLAIMS; i++) {
            renewClaim(i);
        }
        realm.createClient(Map.of("clientId", "stock", "secret", "stock-secret", "serviceAccountsEnabled", true));
        add("no role", Set.of());
        add("view-app-keys", Set.of("view-app-keys"), "view-app-keys");
        add("manage-app-keys", Set.of("view-app-keys", "manage-app-keys"), "manage-app-keys");
        add("renew-app-tokens", Set.of("view-app-keys", "renew-app-tokens"), "renew-app-tokens");
        add("manage-app-key-settings", Set.of("manage-app-key-settings"), "manage-app-key-settings");
        add("manage-realm", Set.of("manage-realm"), "manage-realm");
        add("manage-clients", Set.of(), "manage-clients", "manage-users", "view-events");
        add("realm-admin", ALL, "realm-admin");
        callers.add(new Caller("anonymous", null, Set.of()));
        callers.add(new Caller("no access token", "apptoken_x", Set.of()));
        callers.add(new Caller("integrator", untouched.exchange().field("access_token"), Set.of()));
    }

    private void add(String name, Set<String> rights, String... roles) {
        AdminApi caller = realm.administrator(name.replace(' ', '-'), PASSWORD, roles);
        callers.add(new Caller(name, caller.accessToken(), rights));
    }

    TestPair pair(int i) {
        return pairs.get(i % PAIRS);
    }

    TestClaim claim(int i) {
        return claims.get(i % CLAIMS);
    }

    /** Another pair with the same appKey, where the one before was deleted or has no valid appToken. */
    void renew(int i) {
        String appKey = "fuzz-pair-" + i;
        realm.admin.delete(realm.path("/app-keys/" + appKey));
        TestPair pair = realm.createPair(Map.of("label", "Fuzz " + i, "appKey", appKey));
        if (i % 4 != 3) {
            pair.link("orders:read");
        }
        pairs.set(i, pair);
    }

    /** Another link in place of one that was used. */
    void renewClaim(int i) {
        String appKey = "fuzz-claim-" + i;
        realm.admin.delete(realm.path("/app-keys/" + appKey));
        claims.set(i, realm.claimablePair(Map.of("label", "Fuzz " + i, "appKey", appKey, "delivery", "LINK")));
    }

    /** Puts back what fuzzing used up, so that many requests still find something. */
    void refresh() {
        realm.settings(SETTINGS);
        for (int i = 0; i < PAIRS; i++) {
            if (pair(i).exchange().status() != 200 && i % 4 != 3) {
                renew(i);
            }
        }
        for (int i = 0; i < CLAIMS; i++) {
            if (claim(i).open().status() != 200) {
                renewClaim(i);
            }
        }
    }
}
