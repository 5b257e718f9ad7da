package io.github.appkeys.admin.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.admin.http.AnyJson;
import io.github.appkeys.admin.http.FieldNames;
import io.github.appkeys.admin.http.JsonBody;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Files that are imported, for any content. */
class ImportPropertyTest {

    private static final int FORMAT = 2;
    private static final Map<String, Object> TOKEN = Map.of("id", "1", "hint", "abcd", "hashAlgorithm", "SHA-256",
            "hash", "0".repeat(64), "createdAt", "2026-01-01T00:00:00Z");
    private static final Map<String, Object> PAIR = Map.of("appKey", "appkey-shop-1", "label", "Shop", "enabled", true,
            "createdAt", "2026-01-01T00:00:00Z", "tokens", List.of(TOKEN), "currentToken", "1");

    @Provide
    Arbitrary<Map<String, Object>> entries() {
        return AnyJson.objects(FieldNames.of(ArchivedPair.class));
    }

    @Provide
    Arbitrary<Map<String, Object>> tokens() {
        return AnyJson.objects(FieldNames.of(ArchivedPair.Token.class));
    }

    @Provide
    Arbitrary<Map<String, Object>> files() {
        return AnyJson.objects(FieldNames.of(PairFile.class));
    }

    /** The fields of a file. */
    private record PairFile(int format, String realm, String exportedAt, List<?> pairs, int count) {
    }

    @Property
    void anyEntryIsAPairOrRefused(@ForAll("entries") Map<String, Object> changes,
            @ForAll("tokens") Map<String, Object> ofToken) {
        assertThat(AnyJson.read(() -> ImportInput.pair(json(PAIR), FORMAT))).isPresent();
        AnyJson.read(() -> ImportInput.pair(json(with(PAIR, changes)), FORMAT)).ifPresent(pair ->
                assertThat(ImportInput.pair(json(with(PAIR, changes)), FORMAT)).isEqualTo(pair));
        AnyJson.read(() -> ImportInput.pair(json(with(PAIR, Map.of("tokens", List.of(with(TOKEN, ofToken))))),
                FORMAT));
    }

    @Property
    void aFileHasTheEntriesThatWereWritten(@ForAll @Size(max = 4) List<@From("entries") Map<String, Object>> entries) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("format", 1);
        file.put("pairs", entries);
        file.put("count", entries.size());
        List<JsonNode> read = new ArrayList<>();

        try (ImportFile imported = ImportFile.of(AnyJson.body(file))) {
            imported.read((position, entry) -> read.add(entry));
        }

        assertThat(read).map(JsonNode::toString)
                .isEqualTo(entries.stream().map(entry -> json(entry).toString()).toList());
    }

    @Property
    void anyFileIsReadOrRefused(@ForAll("files") Map<String, Object> content) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("format", 1);
        file.putAll(content);
        AnyJson.read(() -> {
            try (ImportFile imported = ImportFile.of(AnyJson.body(file))) {
                imported.read((position, entry) -> assertThat(position).isPositive());
                return true;
            }
        });
    }

    private static Map<String, Object> with(Map<String, Object> whole, Map<String, Object> changes) {
        Map<String, Object> changed = new HashMap<>(whole);
        changed.putAll(changes);
        changed.remove("unknown");
        return changed;
    }

    private static JsonNode json(Object value) {
        try {
            return JsonBody.MAPPER.readTree(AnyJson.body(value));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
