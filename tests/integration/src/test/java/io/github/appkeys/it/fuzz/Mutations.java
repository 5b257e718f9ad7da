package io.github.appkeys.it.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appkeys.harness.Http;

/** Changes valid values into ones that are nearly valid, or not at all. */
final class Mutations {

    private static final List<String> ODD = List.of(
            "", " ", "\0", "%", "%00", "%zz", "%C0%80", "%2F", "..", ";x=1", "{x}", "{", "}", "\u00A0", "\u200B",
            "\uFEFF", "\u202E", "\uD83D\uDE80", "e\u0301", "\u0130", "\u017F", "'", "\"", "' or 1=1 --",
            "${jndi:ldap://x}", "<script>", "apptoken_", "APPTOKEN_", "Bearer ", ",", ":", "=", "&", "+", "-1", "0",
            "1e9", "2147483648", "9223372036854775808", "null", "true", "10.0.0.0/33", "::/0", "LINK",
            "2027-01-31T12:00:00Z", "0001-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z", "\u0001", "\u007F",
            "\u2028");

    private static final List<String> JSON = List.of(
            "null", "true", "0", "-1", "1.5", "1e400", "9223372036854775808", "\"\"", "\" \"", "\"\\u0000\"",
            "\"\\ud83d\"", "\"\\ud83d\\ude80\"", "\"x\"", "[]", "[null]", "[[]]", "{}", "{\"a\":{}}",
            "[\"10.0.0.0/8\"]", "[\"::/0\",\":\"]", "\"2027-01-31T12:00:00Z\"", "\"-999999999-01-01T00:00Z\"",
            "\"https://example.org/\\ud83d\"", "\"realm-admin\"", "\"apptoken_x\"", "\"LINK\"", "\"X-Real-IP\"");

    private Mutations() {
    }

    static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    static String odd(Random random) {
        return one(random, ODD);
    }

    /** A text that differs from another one in most cases. */
    static String text(Random random, String value) {
        int at = value.isEmpty() ? 0 : random.nextInt(value.length());
        return switch (random.nextInt(15)) {
            case 0 -> value.substring(0, at);
            case 1 -> value.substring(0, at) + value.substring(Math.min(at + 1, value.length()));
            case 2, 3 -> value.substring(0, at) + odd(random) + value.substring(at);
            case 4 -> value + odd(random);
            case 5 -> odd(random) + value;
            case 6 -> value + value;
            case 7 -> value.toUpperCase(Locale.ROOT);
            case 8 -> "\"" + value + "\"";
            case 9 -> Http.encode(value);
            case 10 -> Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
            case 11 -> odd(random);
            case 12 -> value.repeat(1 + random.nextInt(random.nextInt(20) == 0 ? 900 : 5));
            case 13 -> value.substring(0, at) + (char) ('a' + random.nextInt(26))
                    + value.substring(Math.min(at + 1, value.length()));
            default -> random.ints(random.nextInt(40), 1, 0x2FF).collect(StringBuilder::new,
                    StringBuilder::appendCodePoint, StringBuilder::append).toString();
        };
    }

    /** A body that is nearly what was given, as bytes. */
    static byte[] json(Random random, JsonNode valid) {
        String text = valid.toString();
        return switch (random.nextInt(10)) {
            case 0 -> text.substring(0, random.nextInt(text.length() + 1)).getBytes(StandardCharsets.UTF_8);
            case 1 -> (text + Mutations.<String>one(random, List.of("{}", "]", ",", "\0", " x"))).getBytes(
                    StandardCharsets.UTF_8);
            case 2 -> ("[" + text + "]").getBytes(StandardCharsets.UTF_8);
            case 3 -> one(random, JSON).getBytes(StandardCharsets.UTF_8);
            case 4 -> bytes(random);
            default -> field(random, valid).getBytes(StandardCharsets.UTF_8);
        };
    }

    /** Another value of one of the fields, at any depth, as the text that replaces it. */
    private static String field(Random random, JsonNode valid) {
        List<JsonNode> objects = new ArrayList<>();
        collect(valid, objects);
        if (objects.isEmpty()) {
            return one(random, JSON);
        }
        ObjectNode object = (ObjectNode) one(random, objects);
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = names.isEmpty() || random.nextInt(12) == 0 ? "unknown" : one(random, names);
        String mark = "\"@@\"";
        JsonNode before = object.get(name);
        object.put(name, "@@");
        String other = before != null && before.isTextual() && random.nextBoolean()
                ? Http.JSON.getNodeFactory().textNode(text(random, before.textValue())).toString() : one(random, JSON);
        if (random.nextInt(60) == 0) {
            other = random.nextBoolean() ? "[".repeat(3000) + "]".repeat(3000) : "\"" + "x".repeat(70_000) + "\"";
        }
        String text = valid.toString().replace(mark, other);
        return random.nextInt(20) == 0 ? text.replaceFirst("\\{", "{\"" + name + "\":1,") : text;
    }

    private static void collect(JsonNode node, List<JsonNode> objects) {
        if (node.isObject()) {
            objects.add(node);
        }
        node.forEach(child -> collect(child, objects));
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        return bytes;
    }
}
