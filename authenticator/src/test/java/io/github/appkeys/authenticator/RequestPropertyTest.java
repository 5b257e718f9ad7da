package io.github.appkeys.authenticator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import io.github.appkeys.authenticator.secrecy.Secrets;
import io.github.appkeys.core.exchange.HeaderNames;
import io.github.appkeys.core.pair.AppToken;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** The reading of a request, and the removal of secrets, for any text. */
class RequestPropertyTest {

    private static final String KEY = "appkey-shop-7FQ2ZK4M9T";
    private static final String TOKEN = "apptoken_0123456789abcdefghijklmnopqrstuvwxyzABCDEFG1jCQwk";

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(KEY, TOKEN, "apptoken_", "apptoken%5F", "APPTOKEN_", "Basic ",
                "basic", "Bearer ", ":", base64(KEY + ":" + TOKEN), base64(":"), base64("%:%"), base64("a%ZZ:b"), "%",
                "%4", "%00", "=", "&", "client_id=", " ", ",", "\0", "\u00E9", "\uD83D", "/app-keys/claim/", "/", "x");
        return Arbitraries.oneOf(pieces, pieces.list().ofMaxSize(8).map(list -> String.join("", list)),
                Arbitraries.strings().ofMaxLength(80));
    }

    @Property
    void anyRequestIsRead(@ForAll @Size(max = 2) List<@From("texts") String> appKey,
            @ForAll @Size(max = 2) List<@From("texts") String> appToken,
            @ForAll @Size(max = 2) List<@From("texts") String> authorization,
            @ForAll @Size(max = 2) List<@From("texts") String> clientId,
            @ForAll @Size(max = 2) List<@From("texts") String> secret) {
        SentRequest request = new SentRequest().header("X-VTEX-API-AppKey", appKey.toArray(String[]::new))
                .header("X-App-Token", appToken.toArray(String[]::new))
                .header("Authorization", authorization.toArray(String[]::new))
                .parameter("client_id", clientId.toArray(String[]::new))
                .parameter("client_secret", secret.toArray(String[]::new));

        ReadResult read = new CredentialsReader(request, HeaderNames.VTEX, true).read();

        if (read instanceof ReadResult.PairFound found && found.check().isAccepted()) {
            assertThat(found.pair().token().reveal()).isEqualTo(TOKEN);
            assertThat(found.pair().key().value()).matches("[A-Za-z0-9._-]+");
        }
        assertThat(read.toString()).doesNotContain(TOKEN);
    }

    @Property
    void aPairIsFoundBesideHeadersOfOthers(@ForAll("texts") String other) {
        SentRequest request = new SentRequest().header("X-VTEX-API-AppKey", KEY).header("X-VTEX-API-AppToken", TOKEN)
                .header("X-Other", other);

        assertThat(new CredentialsReader(request, HeaderNames.VTEX, true).read())
                .isInstanceOfSatisfying(ReadResult.PairFound.class,
                        found -> assertThat(found.check().isAccepted()).isTrue());
    }

    @Property
    void noSecretIsLeft(@ForAll("texts") String before, @ForAll("texts") String after) {
        String removed = Secrets.removedFrom(before + TOKEN + after);

        assertThat(removed).doesNotContain(TOKEN.substring(9)).doesNotContain(TOKEN);
        assertThat(Secrets.removedFrom(removed)).isEqualTo(removed);
        assertThat(Secrets.removedFrom("GET /realms/a/app-keys/claim/" + TOKEN.substring(9) + before))
                .doesNotContain(TOKEN.substring(9));
    }

    @Property
    void aTextWithoutASecretStaysTheSame(@ForAll("texts") String text) {
        if (!AppToken.looksLikeOne(text.replace("%5F", "_")) && !text.contains("/claim/")) {
            assertThat(Secrets.removedFrom(text)).isSameAs(text);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
