package io.github.appkeys.it.support;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;

/** Well-formed appTokens of no pair, made by the description of the format, not by the code under test. */
public final class Tokens {

    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private Tokens() {
    }

    public static String random(Random random) {
        StringBuilder body = new StringBuilder("apptoken_");
        for (int i = 0; i < 43; i++) {
            body.append(BASE62.charAt(random.nextInt(62)));
        }
        CRC32 crc = new CRC32();
        crc.update(body.toString().getBytes(StandardCharsets.US_ASCII));
        StringBuilder checksum = new StringBuilder();
        for (long rest = crc.getValue(); checksum.length() < 6; rest /= 62) {
            checksum.insert(0, BASE62.charAt((int) (rest % 62)));
        }
        return body.append(checksum).toString();
    }
}
