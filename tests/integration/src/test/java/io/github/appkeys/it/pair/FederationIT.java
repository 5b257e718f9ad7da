package io.github.appkeys.it.pair;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Archives;
import io.github.appkeys.it.support.StockClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pairs have local service accounts: an LDAP server that never answers is not asked about them. */
@ExtendWith(KeycloakExtension.class)
class FederationIT {

    private final List<Socket> accepted = Collections.synchronizedList(new ArrayList<>());
    private ServerSocket ldap;
    private TestRealm realm;

    @BeforeEach
    void prepare(KeycloakServer server) throws IOException {
        ldap = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread listener = new Thread(this::listen, "silent-ldap");
        listener.setDaemon(true);
        listener.start();
        realm = TestRealm.enabled(server);
        expect(201, realm.admin.post(realm.path("/components"), Map.of("name", "directory", "providerId", "ldap",
                "providerType", "org.keycloak.storage.UserStorageProvider", "config", Map.ofEntries(
                        value("connectionUrl", "ldap://127.0.0.1:" + ldap.getLocalPort()), value("vendor", "other"),
                        value("usersDn", "ou=people,dc=example"), value("authType", "none"), value("enabled", "true"),
                        value("editMode", "READ_ONLY"), value("importEnabled", "true"), value("priority", "0"),
                        value("usernameLDAPAttribute", "uid"), value("rdnLDAPAttribute", "uid"),
                        value("uuidLDAPAttribute", "entryUUID"), value("userObjectClasses", "inetOrgPerson"),
                        value("searchScope", "1"), value("connectionTimeout", "500"), value("readTimeout", "500")))));
    }

    @AfterEach
    void close() throws IOException {
        ldap.close();
        for (Socket socket : accepted) {
            socket.close();
        }
        expect(204, realm.admin.delete(realm.path("")));
    }

    @Test
    void nothingAboutAPairAsksTheDirectory(KeycloakServer server) {
        TestPair pair = realm.linkedPair();
        TestRealm source = TestRealm.enabled(server);
        source.linkedPair();
        expect(200, Archives.imports(realm, Archives.json(source, "").body(), true));
        expect(200, Archives.imports(realm, Archives.json(source, "").body(), false));
        StockClients.create(realm, "erp", Map.of());
        StockClients.adopt(realm, Map.of("clientId", "erp"));
        expect(200, pair.exchange());
        expect(200, realm.admin.get(realm.path("/app-keys?search=linked")));
        expect(200, realm.admin.post(pair.path("/diagnosis"), "{}"));
        expect(204, realm.admin.delete(pair.path("")));

        assertThat(accepted).isEmpty();

        // it would be asked about other users
        realm.admin.get(realm.path("/users?username=somebody&exact=true"));
        assertThat(accepted).isNotEmpty();
    }

    private void listen() {
        try {
            while (true) {
                accepted.add(ldap.accept());
            }
        } catch (SocketException e) {
            // the test is over
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map.Entry<String, List<String>> value(String name, String value) {
        return Map.entry(name, List.of(value));
    }
}
