package io.github.appkeys.it.support;

import static io.github.appkeys.harness.TestRealm.expect;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.AdminApi;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.TestRealm;

/** Exports of pairs as JSON, and their import. */
public final class Archives {

    private Archives() {
    }

    /** The response to an export; the query has its question mark, or is empty. */
    public static Http.Response json(TestRealm realm, String query) {
        return expect(200, realm.admin.request("GET", realm.path("/app-keys/export" + query))
                .header("Accept", "application/json").send());
    }

    /** An export; the query has its question mark, or is empty. */
    public static JsonNode archive(TestRealm realm, String query) {
        return json(realm, query).json();
    }

    /** The response to an import by the first administrator. */
    public static Http.Response imports(TestRealm realm, String file, boolean dryRun) {
        return imports(realm, realm.admin, file, dryRun);
    }

    /** The response to an import by a caller. */
    public static Http.Response imports(TestRealm realm, AdminApi caller, String file, boolean dryRun) {
        return caller.post(realm.path("/app-keys/import?dryRun=" + dryRun), file);
    }
}
