package io.github.appkeys.core.leaks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

import io.github.appkeys.core.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeakPartnerTest {

    private static final byte[] BODY = "[{\"token\":\"x\"}]".getBytes(UTF_8);
    private static final byte[] OTHER_BODY = "[]".getBytes(UTF_8);

    private final KeyPair keys = keys("EC", "secp256r1");

    @Test
    void aSignatureOfTheKeyCountsAndNoOther() throws Exception {
        LeakPartner partner = partner(base64(keys));

        assertThat(partner.signed(BODY, sign(keys, BODY))).isTrue();
        assertThat(partner.signed(OTHER_BODY, sign(keys, BODY))).isFalse();
        assertThat(partner.signed(BODY, sign(keys("EC", "secp256r1"), BODY))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "====", "MEUCIQDf", "é", "MEQCIA6C6L8ZYvZnqgV0zwrrmRab10QmIFV396gsba"})
    void whatIsNoSignatureIsNone(String signature) {
        assertThat(partner(base64(keys)).signed(BODY, signature)).isFalse();
        assertThat(partner(base64(keys)).signed(BODY, null)).isFalse();
        assertThat(partner(base64(keys)).signed(BODY, "A".repeat(100_000))).isFalse();
    }

    @Test
    void aKeyIsTakenAsPemAndAsBase64() {
        String pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder(64, "\n".getBytes(UTF_8))
                .encodeToString(keys.getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----\n";

        assertThat(partner(pem).hasSameKey(partner(base64(keys)))).isTrue();
        assertThat(partner(pem).hasSameKey(partner(base64(keys("EC", "secp256r1"))))).isFalse();
    }

    @Test
    void aKeyOfAnotherKindIsRefused() {
        for (String key : List.of(base64(keys("EC", "secp384r1")), base64(keys("RSA", null)), "", "x", "AAAA",
                Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()), "A".repeat(1001))) {
            assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> partner(key))
                    .withMessageStartingWith("publicKey ");
        }
    }

    @Test
    void textsAreBounded() {
        String key = base64(keys);
        for (String name : new String[] {null, "", " ", "a\nb", "n".repeat(101)}) {
            assertThatExceptionOfType(InvalidValueException.class)
                    .isThrownBy(() -> new LeakPartner(name, "id", key)).withMessageStartingWith("name ");
        }
        for (String id : new String[] {null, "", "a b", "é", "i".repeat(201)}) {
            assertThatExceptionOfType(InvalidValueException.class)
                    .isThrownBy(() -> new LeakPartner("GitHub", id, key)).withMessageStartingWith("keyId ");
        }
    }

    @Test
    void theNumberOfPartnersIsBoundedAndTheirIdsDiffer() {
        List<LeakPartner> eleven = IntStream.range(0, 11).mapToObj(i -> new LeakPartner("p", "id" + i, base64(keys)))
                .toList();
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new LeakSettings(true, LeakAction.END, 1, eleven));
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new LeakSettings(true, LeakAction.END,
                1, List.of(eleven.get(0), new LeakPartner("q", "id0", base64(keys)))));
        assertThat(new LeakSettings(true, LeakAction.END, 1, eleven.subList(0, 10)).partner("id9")).isPresent();
        for (long hours : new long[] {0, -1, 721}) {
            assertThatExceptionOfType(InvalidValueException.class)
                    .isThrownBy(() -> new LeakSettings(true, LeakAction.END_AFTER, hours, List.of()));
        }
    }

    private LeakPartner partner(String key) {
        return new LeakPartner("GitHub", "id", key);
    }

    private static String base64(KeyPair keys) {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    private static String sign(KeyPair keys, byte[] body) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(body);
        return Base64.getEncoder().encodeToString(signature.sign());
    }

    private static KeyPair keys(String algorithm, String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (curve != null) {
                generator.initialize(new ECGenParameterSpec(curve));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
