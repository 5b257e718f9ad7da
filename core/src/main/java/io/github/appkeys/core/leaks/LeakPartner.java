package io.github.appkeys.core.leaks;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;

import io.github.appkeys.core.InvalidValueException;

/**
 * One who scans for leaked appTokens, signs its reports, and gets an answer.
 *
 * @param name      what the administrator calls it; 1 to {@value #MAX_NAME} printable characters
 * @param keyId     the id of its key, as its reports name it; 1 to {@value #MAX_KEY_ID} visible characters of ASCII
 * @param publicKey its public key on the curve P-256, as SubjectPublicKeyInfo in PEM or Base64; at most
 *                  {@value #MAX_KEY} characters
 */
public record LeakPartner(String name, String keyId, String publicKey) {

    /** The longest name. */
    public static final int MAX_NAME = 100;
    /** The longest id of a key. */
    public static final int MAX_KEY_ID = 200;
    /** The longest text of a key; one on P-256 has about 180 characters. */
    public static final int MAX_KEY = 1000;

    /** The longest Base64 of an ECDSA signature in DER on P-256, with room for padding. */
    private static final int MAX_SIGNATURE = 200;
    private static final Pattern PEM_LINES = Pattern.compile("-----(?:BEGIN|END) PUBLIC KEY-----|\\s");
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7E]+");
    private static final String CURVE = "secp256r1";

    /** @throws InvalidValueException where a text breaks its rule, or the key is no public key on P-256 */
    public LeakPartner {
        name = name == null ? "" : name.strip();
        publicKey = publicKey == null ? "" : publicKey.strip();
        if (name.isEmpty() || name.length() > MAX_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidValueException("name must have 1 to " + MAX_NAME + " printable characters");
        }
        if (keyId == null || keyId.length() > MAX_KEY_ID || !VISIBLE.matcher(keyId).matches()) {
            throw new InvalidValueException("keyId must have 1 to " + MAX_KEY_ID + " visible characters of ASCII");
        }
        if (publicKey.length() > MAX_KEY) {
            throw new InvalidValueException("publicKey has more than " + MAX_KEY + " characters");
        }
        parse(publicKey);
    }

    /**
     * Whether a signature is of this partner: ECDSA with SHA-256, in DER, as Base64.
     *
     * @param signed    the bytes that were sent
     * @param signature the text of the header; null where there is none
     */
    public boolean signed(byte[] signed, String signature) {
        if (signature == null || signature.length() > MAX_SIGNATURE) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance("SHA256withECDSA");
            verifier.initVerify(parse(publicKey));
            verifier.update(signed);
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether another partner has the same key, however it was entered. */
    public boolean hasSameKey(LeakPartner other) {
        return parse(publicKey).equals(parse(other.publicKey));
    }

    private static PublicKey parse(String text) {
        try {
            byte[] der = Base64.getDecoder().decode(PEM_LINES.matcher(text).replaceAll(""));
            PublicKey key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der));
            if (key instanceof ECPublicKey ec && isP256(ec.getParams())) {
                return key;
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // the same answer as for another curve
        }
        throw new InvalidValueException("publicKey must be a public key on the curve P-256, in PEM or Base64 "
                + "(SubjectPublicKeyInfo)");
    }

    private static boolean isP256(ECParameterSpec given) throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(CURVE));
        ECParameterSpec p256 = parameters.getParameterSpec(ECParameterSpec.class);
        return given.getCurve().equals(p256.getCurve()) && given.getGenerator().equals(p256.getGenerator())
                && given.getOrder().equals(p256.getOrder());
    }
}
