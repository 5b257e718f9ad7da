package io.github.appkeys.e2e;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Consumer;

import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.Secrets;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;

/** A walk past all of our pages and dialogs, each with something on it. */
final class Tour {

    /** What the walk is about: one name for each stop. */
    static final String[] STOPS = {"not enabled", "empty list", "list", "new pair", "form with mistakes", "reveal",
            "prompt to link roles", "settings of a pair", "roles", "role picker", "tokens", "form to renew",
            "running renewal", "events", "confirmation", "settings of the section", "diagnosis", "test of a pair",
            "no password grants", "password grants", "pair for an integration", "proposed roles",
            "settings with exceptions", "settings that somebody else saved", "list with filters",
            "overview of a pair", "exchanges as a table"};

    private final TestRealm realm;
    private TestPair pair;
    private TestPair renewed;
    private TestPair disabled;

    private Tour(TestRealm realm) {
        this.realm = realm;
    }

    /** A tour through a realm that knows no app keys yet. */
    static Tour of(TestRealm plain) {
        return new Tour(plain);
    }

    static Tour of(KeycloakServer server) {
        return of(TestRealm.plain(server));
    }

    TestRealm realm() {
        return realm;
    }

    /** Walks, and lets the visitor look at each stop when all of it is there. */
    void walk(Console console, Consumer<String> visitor) {
        console.load("/app-keys").id("app-keys-enable").waitFor();
        look(console, visitor, 0);
        realm.settings("{\"enabled\":true}");
        console.load("/app-keys").id("app-keys-empty").waitFor();
        look(console, visitor, 1);
        furnish();
        console.load("/app-keys").id("app-key-link-" + pair.appKey()).waitFor();
        look(console, visitor, 2);
        console.id("app-keys-filters").click();
        console.field("app-keys-filter-expires").selectOption("30");
        console.id("app-keys-chip-expires").waitFor();
        look(console, visitor, 24);
        overview(console, visitor);
        console.go("/app-keys").id("app-key-link-" + pair.appKey()).waitFor();
        console.id("app-keys-create").click();
        console.field("app-key-label").waitFor();
        look(console, visitor, 3);
        console.field("app-key-label").fill("A label");
        console.field("app-key-own").fill("not an app key!");
        console.field("app-key-networks").fill("not a network");
        console.id("app-key-save").click();
        look(console, visitor, 4);
        console.field("app-key-own").fill("");
        console.field("app-key-networks").fill("");
        console.id("app-key-save").click();
        console.reveal();
        look(console, visitor, 5);
        console.closeReveal().id("link-roles-prompt").waitFor();
        look(console, visitor, 6);
        console.pair(pair.appKey(), "/settings");
        look(console, visitor, 7);
        console.id("tab-roles").click();
        console.id("linked-role-orders-api:orders:read").waitFor();
        look(console, visitor, 8);
        console.id("roles-link").click();
        console.id("role-picker").waitFor();
        look(console, visitor, 9);
        console.pair(pair.appKey(), "/tokens");
        look(console, visitor, 10);
        console.id("renew").click();
        console.id("renew-form").waitFor();
        look(console, visitor, 11);
        console.pair(renewed.appKey(), "/tokens").id("renewal-running").waitFor();
        look(console, visitor, 12);
        console.pair(pair.appKey(), "/events");
        look(console, visitor, 13);
        console.id("app-key-delete").click();
        console.id("confirm-dialog").waitFor();
        look(console, visitor, 14);
        console.id("confirm-cancel").click();
        console.go("/app-keys/settings").id("settings-save").waitFor();
        look(console, visitor, 15);
        console.pair(disabled.appKey(), "/diagnosis?scope=").id("diagnosis-token").waitFor();
        look(console, visitor, 16);
        console.go("/app-keys/test").field("test-app-key").fill("\"" + disabled.appKey() + "\"");
        console.id("test-run").click();
        console.id("diagnosis-REFUSED").waitFor();
        look(console, visitor, 17);
        passwordGrants(console, visitor);
    }

    private void overview(Console console, Consumer<String> visitor) {
        console.pair(pair.appKey()).id("usage-chart").waitFor();
        look(console, visitor, 25);
        console.id("usage-table-toggle").click();
        console.id("usage-table").waitFor();
        look(console, visitor, 26);
    }

    private void passwordGrants(Console console, Consumer<String> visitor) {
        console.go("/app-keys/password-grants").id("password-grants-empty").waitFor();
        look(console, visitor, 18);
        new Integrations(realm).confidential("erp-connector").user("ana", "orders:read")
                .granted("erp-connector", "ana").written();
        console.id("password-grants-refresh").click();
        console.id("password-grant-create-erp-connector-ana").waitFor();
        look(console, visitor, 19);
        console.id("password-grant-create-erp-connector-ana").click();
        console.id("app-keys-adopt").waitFor();
        look(console, visitor, 20);
        console.go("/app-keys/key/" + disabled.appKey() + "/roles?link=true&clientId=erp-connector&username=ana")
                .id("role-picker-row-orders-api:orders:read").waitFor();
        look(console, visitor, 21);
        realm.settings("""
                {"passwordGrants":{"cutoff":"2036-11-13T14:00:00-02:00","scope":"SELECTED","clients":["erp-connector"],
                 "exceptions":[{"clientId":"orders-api","reason":"Not yet","until":"2037-05-01T00:00:00Z"}]}}""");
        console.load("/app-keys/settings").id("settings-exception-0").waitFor();
        look(console, visitor, 22);
        console.field("settings-idle-days").fill("10");
        realm.settings("{\"idleDays\":30}");
        console.id("settings-save").click();
        console.id("settings-conflict").waitFor();
        look(console, visitor, 23);
    }

    private static void look(Console console, Consumer<String> visitor, int stop) {
        console.settled();
        visitor.accept(STOPS[stop]);
    }

    /** Pairs of every status, and events of one of them. */
    private void furnish() {
        realm.createPair(Map.of("label", "Newest, without a role"));
        renewed = realm.createPair(Map.of("label", "Marketplace"));
        renewed.renewed("{}");
        disabled = realm.createPair(Map.of("label", "Old shop window"));
        disabled.update("{\"enabled\":false}");
        realm.createPair(Map.of("label", "Campaign of the week",
                "expiresAt", Instant.now().plus(5, ChronoUnit.DAYS).toString()))
                .link("orders:read");
        pair = realm.createPair(Map.of("label", "ERP, orders", "description", "Reads orders every night",
                "allowedNetworks", new String[] {"127.0.0.0/8", "::1/128"}));
        pair.link("orders:read", "orders:write");
        pair.exchange();
        realm.exchange(pair.appKey(), Secrets.seen().get(0));
    }
}
