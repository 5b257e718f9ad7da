package io.github.appkeys.e2e;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.Test;

/** Whoever comes back to the page after a while goes on working. */
@BrowserTest
class TokenRefreshIT {

    @Test
    void thePageWorksOnAfterItsTokenHasExpired(KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.enabled(server);
        expect(204, realm.admin.put(realm.path(""), Map.of("accessTokenLifespan", 10)));
        realm.administrator("idle", "a password", "realm-admin");
        Console console = windows.own(realm, "idle", "a password");
        Page page = console.page();
        List<String> bearers = new CopyOnWriteArrayList<>();
        List<Integer> answers = new CopyOnWriteArrayList<>();
        page.onResponse(response -> {
            if (isOurs(response.request())) {
                bearers.add(response.request().headers().get("authorization"));
                answers.add(response.status());
            }
        });
        TestPair old = realm.createPair("There before");
        console.load("/app-keys").id("app-key-link-" + old.appKey()).waitFor();
        console.settled();
        String first = bearers.get(bearers.size() - 1);
        TestPair pair = realm.createPair("Made meanwhile");

        page.waitForCondition(() -> Http.get(server.url() + "/admin/realms" + realm.path("/app-keys"))
                .header("Authorization", first).send().status() == 401);
        page.waitForRequest(request -> request.url().equals(realm.tokenUrl())
                        && request.postData().contains("grant_type=refresh_token"),
                () -> console.id("app-keys-refresh").click());
        console.id("app-key-link-" + pair.appKey()).waitFor();

        assertThat(bearers.get(bearers.size() - 1)).isNotEqualTo(first);
        assertThat(answers).containsOnly(200);
        console.id("app-key-link-" + pair.appKey()).click();
        console.id("app-key-detail").waitFor();
    }

    private static boolean isOurs(Request request) {
        return request.url().contains("/admin/realms/") && request.url().contains("/app-keys");
    }
}
