package io.github.appkeys.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Http;

/** Reads what a token says, without checking who says it. */
final class Jwt {

    private Jwt() {
    }

    static JsonNode claims(String token) {
        try {
            return Http.JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
