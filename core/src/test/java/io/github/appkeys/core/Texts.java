package io.github.appkeys.core;

import java.util.List;

import io.github.appkeys.core.pair.Samples;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;

/** Texts as an attacker or an accident would send them: any characters, and pieces of our own formats in any order. */
public final class Texts implements ArbitrarySupplier<String> {

    private static final List<String> PIECES = List.of(
            "apptoken_", "APPTOKEN_", "appkey-shop-1", Samples.TOKEN, "X-", "x-app-key", "x-real-ip", ":", "::",
            "/", "/24", "/0", "10.0.0.1", "2001:db8::1", "::ffff:10.0.0.1", "%", "%00", "%41", "%C3%28", "=", "==",
            ",", ";", "\"", "'", "{{", "}}", "${", "<", ">", "Bearer ", "Basic ", "-H ", "export ", " ", "\t",
            "\r\n", "\0", "\u00A0", "\u200B", "\uFEFF", "\u202E", "\uD83D\uDE00", "\uD83D", "\uDE00", "e\u0301",
            "\u017F", "\u0130", "2027-01-31T12:00:00Z", "+02:00", "-1", "0", "9999999999999999999", "@", ".",
            "https://", "example.org", "#", "?", "!", "_", "YXBwdG9rZW5f");

    @Override
    public Arbitrary<String> get() {
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(300);
        Arbitrary<String> ascii = Arbitraries.strings().ascii().ofMaxLength(80);
        Arbitrary<String> pieces = Arbitraries.of(PIECES).list().ofMaxSize(12).map(list -> String.join("", list));
        Arbitrary<String> mixed = Arbitraries.oneOf(Arbitraries.of(PIECES),
                Arbitraries.strings().ascii().ofMaxLength(8)).list().ofMaxSize(8).map(list -> String.join("", list));
        return Arbitraries.oneOf(any, ascii, pieces, mixed);
    }
}
