package io.github.appkeys.harness;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The keys of the realms of tests. A server that makes two RSA keys for each of a thousand realms does little else,
 * so all realms of a virtual machine sign with the same one.
 */
final class RealmKeys {

    private static final String PRIVATE_KEY = generate();

    private RealmKeys() {
    }

    /** The part of a realm's representation. */
    static Map<String, ?> components() {
        return Map.of("org.keycloak.keys.KeyProvider", List.of(
                Map.of("name", "rsa", "providerId", "rsa", "config", Map.of("priority", List.of("100"),
                        "privateKey", List.of(PRIVATE_KEY))),
                Map.of("name", "hmac-generated-hs512", "providerId", "hmac-generated", "config", Map.of("priority",
                        List.of("100"), "algorithm", List.of("HS512"))),
                Map.of("name", "aes-generated", "providerId", "aes-generated", "config", Map.of("priority",
                        List.of("100")))));
    }

    private static String generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return Base64.getEncoder().encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
