package io.github.appkeys.it.pair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Finding pairs. */
@Tag("database")
@ExtendWith(KeycloakExtension.class)
class ListingIT {

    private static TestRealm realm;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
        realm.createPair(Map.of("label", "Alpha 100%", "appKey", "first-key"));
        realm.createPair(Map.of("label", "Beta", "appKey", "second_key")).link("orders:read");
        realm.createPair(Map.of("label", "Ação", "appKey", "third-key")).update(Map.of("enabled", false));
        realm.createClient(Map.of("clientId", "stock-key"));
    }

    @Test
    void listsPairsOnlyNewestFirst() {
        assertThat(list("")).containsExactly("third-key", "second_key", "first-key");
        assertThat(count("")).isEqualTo(3);
    }

    @Test
    void listsInPages() {
        assertThat(list("?first=1&max=1")).containsExactly("second_key");
        assertThat(list("?first=3")).isEmpty();
        assertThat(list("?max=0")).isEmpty();
    }

    @Test
    void searchesInAppKeyAndLabelWithoutWildcards() {
        assertThat(list("?search=ALPHA")).containsExactly("first-key");
        assertThat(list("?search=D_K")).containsExactly("second_key");
        assertThat(list("?search=100%25")).containsExactly("first-key");
        assertThat(list("?search=%25")).containsExactly("first-key");
        assertThat(list("?search=a%C3%A7%C3%A3")).containsExactly("third-key");
        assertThat(list("?search=!")).isEmpty();
        assertThat(count("?search=key")).isEqualTo(3);
    }

    @Test
    void filtersByStatus() {
        assertThat(list("?status=ACTIVE")).containsExactly("second_key");
        assertThat(list("?status=NO_ROLE")).containsExactly("first-key");
        assertThat(list("?status=DISABLED")).containsExactly("third-key");
        assertThat(list("?status=EXPIRED")).isEmpty();
        assertThat(count("?status=DISABLED&search=third")).isEqualTo(1);
    }

    private static List<String> list(String query) {
        return StreamSupport.stream(TestRealm.expect(200, realm.admin.get(realm.path("/app-keys" + query))).json()
                .spliterator(), false).map(pair -> pair.path("appKey").asText()).toList();
    }

    private static long count(String query) {
        return realm.admin.get(realm.path("/app-keys/count" + query)).json().asLong();
    }
}
