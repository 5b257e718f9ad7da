package io.github.appkeys.it.support;

import static io.github.appkeys.harness.TestRealm.expect;

import java.util.List;
import java.util.stream.StreamSupport;

import io.github.appkeys.harness.TestRealm;

/** The list of pairs, its count and its exports, with a query. */
public final class Listed {

    private Listed() {
    }

    /** The appKeys of a list; the query has its question mark, or is empty. */
    public static List<String> appKeys(TestRealm realm, String query) {
        return StreamSupport.stream(expect(200, realm.admin.get(realm.path("/app-keys" + query))).json()
                .spliterator(), false).map(pair -> pair.path("appKey").asText()).toList();
    }

    /** How many there are, which must be the same in the list, the count and both exports. */
    public static long count(TestRealm realm, String query) {
        long listed = appKeys(realm, query).size();
        for (String type : List.of("text/csv", "application/json")) {
            String exported = expect(200, realm.admin.request("GET", realm.path("/app-keys/export" + query))
                    .header("Accept", type).send()).header("X-Total-Count");
            if (Long.parseLong(exported) != listed) {
                throw new AssertionError(type + " has " + exported + " of " + listed + " pairs: " + query);
            }
        }
        long counted = expect(200, realm.admin.get(realm.path("/app-keys/count" + query))).json().asLong();
        if (counted != listed) {
            throw new AssertionError("count says " + counted + " of " + listed + " pairs: " + query);
        }
        return counted;
    }
}
