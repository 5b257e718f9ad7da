package io.github.appkeys.admin.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.appkeys.admin.http.JsonBody;
import io.github.appkeys.core.pair.ExportedToken;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.store.KeycloakClock;

/**
 * Writes pairs as JSON with the hashes of their appTokens, for {@link ImportFile} to read. The number of pairs comes
 * last, so that a truncated file, or one whose export failed, is detected.
 */
public final class PairArchive implements PairPages.Format {

    /** The version of the format. A change that older readers would misunderstand needs a new one. */
    public static final int FORMAT = 2;

    /** The version of 0.1.0, in which the hint of an appToken was not its end. */
    public static final int FIRST_FORMAT = 1;

    private final JsonGenerator json;
    private final String realm;
    private long count;

    PairArchive(OutputStream out, String realm) throws IOException {
        this.json = JsonBody.MAPPER.getFactory().createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
        this.realm = realm;
    }

    @Override
    public boolean needsHashes() {
        return true;
    }

    @Override
    public void start() throws IOException {
        json.writeStartObject();
        json.writeNumberField("format", FORMAT);
        json.writeStringField("realm", realm);
        json.writeStringField("exportedAt", KeycloakClock.now().toString());
        json.writeArrayFieldStart("pairs");
    }

    @Override
    public void page(PairPages.Page page) throws IOException {
        Instant now = KeycloakClock.now();
        for (Pair pair : page.pairs()) {
            json.writeObject(archived(pair, page.tokens(), now));
            count++;
        }
        json.flush();
    }

    @Override
    public void end() throws IOException {
        json.writeEndArray();
        json.writeNumberField("count", count);
        json.writeEndObject();
        json.close();
    }

    /** Without the client secret of an adopted client: unlike an appToken, it could be guessed from its hash. */
    private static ArchivedPair archived(Pair pair, Map<String, ExportedToken> kept, Instant now) {
        List<ExportedToken> tokens = pair.shownTokens(now).stream()
                .filter(token -> !token.isClientSecret())
                .map(token -> kept.get(token.id()))
                .filter(token -> token != null)
                .toList();
        // the ids in the database mean nothing on another server
        Map<String, String> ids = IntStream.range(0, tokens.size()).boxed()
                .collect(Collectors.toMap(i -> tokens.get(i).token().id(), i -> Integer.toString(i + 1)));
        Pair.Renewal renewal = pair.renewal(now).filter(running -> ids.containsKey(running.oldTokenId())).orElse(null);
        return new ArchivedPair(pair.appKey(), Optional.ofNullable(pair.label()).orElse(pair.appKey()),
                pair.description(), pair.enabled(), pair.createdAt().toString(), pair.createdBy(),
                pair.allowedNetworks().blocks(), pair.contact(), pair.roles(),
                tokens.stream().map(token -> ArchivedPair.Token.of(ids.get(token.token().id()), token,
                        leakedAt(pair, token))).toList(),
                ids.get(pair.currentTokenId()),
                renewal == null ? null : ArchivedPair.Renewal.of(renewal, ids.get(renewal.oldTokenId())),
                pair.lastUse() == null ? null : pair.lastUse().at().toString(),
                pair.lastUse() == null ? null : pair.lastUse().from(), pair.isDecoy());
    }

    private static Instant leakedAt(Pair pair, ExportedToken token) {
        return pair.alarms().stream()
                .filter(alarm -> alarm.kind() == Pair.AlarmKind.LEAKED && alarm.tokenId().equals(token.token().id()))
                .map(Pair.Alarm::firstAt).findFirst().orElse(null);
    }
}
