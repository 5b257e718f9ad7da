package io.github.appkeys.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.appkeys.core.diagnosis.PastedPair;
import io.github.appkeys.core.diagnosis.Question;
import io.github.appkeys.core.exchange.HeaderNames;
import io.github.appkeys.core.exchange.PresentedPair;
import io.github.appkeys.core.issuance.ClaimCode;
import io.github.appkeys.core.pair.AllowedNetworks;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.pair.AppKeyGenerator;
import io.github.appkeys.core.pair.AppToken;
import io.github.appkeys.core.pair.AppTokenHash;
import io.github.appkeys.core.pair.Contact;
import io.github.appkeys.core.pair.IpNetwork;
import io.github.appkeys.core.pair.Label;
import io.github.appkeys.core.pair.RoleRef;
import io.github.appkeys.core.reason.ErrorPage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every parser of text from outside, with texts that make a backtracking pattern slow. Ten times the text may take ten
 * times the work, not a hundred times. What is measured is the processor's time of this thread, the best of several
 * rounds, so that other work of the machine counts little.
 */
class LinearTimeTest {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 4_000;
    private static final double MOST = 40;
    private static final int ROUNDS = 7;
    private static final long MEASURABLE_NANOS = 500_000;
    private static final int MOST_REPETITIONS = 4_000;

    /** A parser with one of the texts that it is given, which is repeated to a length. */
    private record Parsing(String parser, String start, String repeated, String end, Consumer<String> parse) {

        String text(int length) {
            return start + repeated.repeat(length / repeated.length()) + end;
        }

        @Override
        public String toString() {
            return parser + " " + start + repeated + "…" + end;
        }
    }

    private static Stream<Parsing> parsings() {
        IpNetwork network = IpNetwork.parse("192.0.2.0/24");
        return Stream.of(
                of("address", IpNetwork::isAddress),
                of("network", IpNetwork::parse),
                of("address seen", network::contains),
                of("allowedNetworks", AllowedNetworks::fromText),
                of("question", text -> new Question(new PastedPair(null, null), List.of(text), null, null)),
                of("address of a question", text -> new Question(new PastedPair(null, null), List.of(), text, null)),
                of("scope", text -> new Question(new PastedPair(null, null), List.of(), null, text)),
                of("pasted appKey", text -> new PastedPair(text, null)),
                of("pasted appToken", text -> new PastedPair(null, text)),
                of("presented appKey", text -> present(text, "x")),
                of("presented appToken", text -> present("appkey-shop-1", text)),
                of("appKey", AppKey::isWellFormed),
                of("appToken", AppToken::looksLikeOne),
                of("appToken's place", AppToken::indexOf),
                of("slug", text -> new AppKeyGenerator("appkey", RANDOM).generate(text)),
                of("hash", text -> new AppTokenHash("SHA-256", text)),
                of("contact", Contact::contact),
                of("label", Label::label),
                of("role", RoleRef::meantBy),
                of("claim code", ClaimCode::read),
                of("header name", text -> new HeaderNames(text, "X-Two")),
                of("error page", ErrorPage::of))
                .flatMap(each -> each);
    }

    private static Stream<Parsing> of(String parser, Consumer<String> parse) {
        return Stream.of(
                new Parsing(parser, "", ":", "x", parse),
                new Parsing(parser, "", "0:", ".", parse),
                new Parsing(parser, "1.1.1.", "1", "x", parse),
                new Parsing(parser, "", "%", "]", parse),
                new Parsing(parser, "[", "%25", "", parse),
                new Parsing(parser, "x-", "a", "", parse),
                new Parsing(parser, "x_key", " ", "!", parse),
                new Parsing(parser, "-H", "\t", "\u0001", parse),
                new Parsing(parser, "export ", "a_key_", "", parse),
                new Parsing(parser, "Bearer", " :", "", parse),
                new Parsing(parser, "<your ", "> ", "", parse),
                new Parsing(parser, "{{", "}", "x", parse),
                new Parsing(parser, "", "apptoken_", "", parse),
                new Parsing(parser, "", "\"", "", parse),
                new Parsing(parser, "", "YXBwdG9rZW5f", "=", parse),
                new Parsing(parser, "a", "-.", "", parse),
                new Parsing(parser, "", "a@", ".", parse),
                new Parsing(parser, "", "e\u0301", "", parse),
                new Parsing(parser, "", "\uD83D\uDE00", "", parse),
                new Parsing(parser, "https://", "a.", "/", parse),
                new Parsing(parser, "", ",", "", parse));
    }

    @ParameterizedTest
    @MethodSource("parsings")
    void tenTimesTheTextIsAtMostSomeTenTimesTheWork(Parsing parsing) {
        String once = parsing.text(LENGTH / 10);
        String tenTimes = parsing.text(LENGTH);
        int repetitions = repetitions(parsing, once);
        double ratio = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS && ratio > MOST; round++) {
            ratio = (double) nanos(parsing, tenTimes, repetitions) / Math.max(1, nanos(parsing, once, repetitions));
        }
        assertThat(ratio).isLessThan(MOST);
    }

    private static void present(String appKey, String appToken) {
        new PresentedPair(new PresentedPair.Half("header X-One", List.of(appKey)),
                new PresentedPair.Half("header X-Two", List.of(appToken))).checkForm();
    }

    private static int repetitions(Parsing parsing, String text) {
        int repetitions = 20;
        while (repetitions < MOST_REPETITIONS && nanos(parsing, text, repetitions) < MEASURABLE_NANOS) {
            repetitions *= 2;
        }
        return repetitions;
    }

    private static long nanos(Parsing parsing, String text, int repetitions) {
        long start = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < repetitions; i++) {
            try {
                parsing.parse().accept(text);
            } catch (InvalidValueException e) {
                // a refusal is an answer, too
            }
        }
        return THREADS.getCurrentThreadCpuTime() - start;
    }
}
