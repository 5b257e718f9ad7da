package io.github.appkeys.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads what a JWT says, without checking who says it. */
public final class Jwt {

    private Jwt() {
    }

    /** The claims of a token. */
    public static JsonNode claims(String token) {
        try {
            return Http.JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
