package io.github.appkeys.it.support;

import static io.github.appkeys.harness.TestRealm.expect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appkeys.harness.TestPair;

/** Changes the client of a pair through Keycloak's own admin REST API. */
public final class Clients {

    private Clients() {
    }

    /** Sets one field of the client representation. */
    public static void change(TestPair pair, String field, Object value) {
        String path = pair.realm().path("/clients/" + pair.clientUuid());
        ObjectNode client = (ObjectNode) expect(200, pair.realm().admin.get(path)).json();
        expect(204, pair.realm().admin.put(path, client.putPOJO(field, value)));
    }
}
