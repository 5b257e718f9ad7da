package io.github.appkeys.it.server;

import java.util.Map;

import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.TestClaim;
import io.github.appkeys.harness.TestRealm;

/** Requests with a secret in a place that Keycloak quotes in its log or in its events. */
final class QuotedRequests {

    private QuotedRequests() {
    }

    /** Sends one of each kind, with the appToken of a new pair and the code of a link. */
    static void send(TestRealm realm, TestClaim claim) {
        String appToken = realm.linkedPair().appToken();
        realm.createClient(Map.of("clientId", "old-integration", "publicClient", true,
                "directAccessGrantsEnabled", true));
        Http.request("POST", realm.tokenUrl()).body(TestRealm.FORM,
                "grant_type=client_credentials&client_id=x&client_secret=" + appToken + "%zz").send();
        Http.request("POST", realm.tokenUrl()).body(TestRealm.FORM,
                "grant_type=client_credentials&%zz=" + appToken).send();
        Http.get(realm.openId("/logout?client_id=" + appToken)).send();
        Http.get(realm.openId("/auth?response_type=code&client_id=" + appToken)).send();
        Http.get(realm.openId("/auth?response_type=code&client_id=old-integration&redirect_uri=" + appToken)).send();
        realm.tokenRequest(Map.of("grant_type", "password", "client_id", "old-integration", "username", appToken,
                "password", appToken)).send();
        realm.tokenRequest(Map.of("grant_type", "password", "client_id", appToken, "username", "u",
                "password", "p")).send();
        realm.tokenRequest(Map.of("grant_type", appToken, "client_id", "old-integration")).send();
        realm.admin.get(realm.path("/app-keys?search=" + appToken));
        realm.admin.get(realm.path("/users?search=" + appToken));
        Http.request("POST", claim.url()).body("no type at all", "a=b").send();
        Http.request("POST", claim.url()).body("multipart/form-data", "a=b").send();
        Http.request("PROPFIND", claim.url()).send();
    }
}
