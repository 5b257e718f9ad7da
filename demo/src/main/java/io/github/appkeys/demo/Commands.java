package io.github.appkeys.demo;

/** The story as commands to be typed. */
final class Commands {

    private static final String TEXT = """
               KEYCLOAK=%s
               token() { # of an administrator; it lives for a minute
                 curl -s $KEYCLOAK/realms/master/protocol/openid-connect/token \\
                   -d grant_type=password -d client_id=admin-cli -d username=admin -d password=admin \\
                   | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/'
               }
               # enable app keys (idempotent)
               curl -X PUT $KEYCLOAK/admin/realms/shop/app-keys/settings -H "Authorization: Bearer $(token)" \\
                 -H 'Content-Type: application/json' -d '{"enabled":true}'
               # create another pair: this answer alone holds its appToken
               curl -X POST $KEYCLOAK/admin/realms/shop/app-keys -H "Authorization: Bearer $(token)" \\
                 -H 'Content-Type: application/json' -d '{"label":"ERP connector"}'
               # the pair of this story
               APP_KEY=%s
               APP_TOKEN=%s
               # link a role to it
               curl -X POST $KEYCLOAK/admin/realms/shop/app-keys/$APP_KEY/roles -H "Authorization: Bearer $(token)" \\
                 -H 'Content-Type: application/json' -d '[{"name":"orders:write","client":"orders-api"}]'
               # ask as a gateway does: may this pair read orders?
               curl -i "$KEYCLOAK/realms/shop/app-keys/authorize?role=orders-api:orders%%3Aread" \\
                 -H "X-VTEX-API-AppKey: $APP_KEY" -H "X-VTEX-API-AppToken: $APP_TOKEN"
               # exchange it for a token
               curl $KEYCLOAK/realms/shop/protocol/openid-connect/token -d grant_type=client_credentials \\
                 -H "X-VTEX-API-AppKey: $APP_KEY" -H "X-VTEX-API-AppToken: $APP_TOKEN"
            """;

    private Commands() {
    }

    static String of(String url, String appKey, String appToken) {
        return TEXT.formatted(url, appKey, appToken);
    }
}
