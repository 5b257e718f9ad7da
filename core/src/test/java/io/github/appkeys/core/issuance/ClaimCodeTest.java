package io.github.appkeys.core.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;

import io.github.appkeys.core.pair.RepeatableRandom;
import io.github.appkeys.core.pair.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;

class ClaimCodeTest {

    private static final String CODE = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG";

    private final SecureRandom random = new RepeatableRandom(1);

    @Test
    void has256RandomBitsInWhatNeedsNoEscapeInAnAddress() {
        List<String> codes = Stream.generate(() -> ClaimCode.generate(random).reveal()).limit(10_000).toList();

        // 62 to the power of 43 is more than 2 to the power of 256
        assertThat(codes).doesNotHaveDuplicates().allSatisfy(code -> assertThat(code).matches("[0-9A-Za-z]{43}"));
    }

    @Test
    void readsWhatItMade() {
        ClaimCode code = ClaimCode.generate(random);

        assertThat(ClaimCode.read(code.reveal())).hasValueSatisfying(read -> {
            assertThat(read.reveal()).isEqualTo(code.reveal());
            assertThat(read.hash()).isEqualTo(code.hash());
        });
    }

    @ParameterizedTest
    @NullSource
    @MethodSource
    void readsNothingElse(String text) {
        assertThat(ClaimCode.read(text)).isEmpty();
    }

    static Stream<String> readsNothingElse() {
        return Stream.of("", CODE.substring(1), CODE + "0", " " + CODE.substring(1), CODE.substring(1) + "\n",
                CODE.substring(1) + "-", CODE.substring(1) + "é", Samples.TOKEN);
    }

    /** Made with coreutils' sha256sum. */
    @Test
    void isKeptAsItsSha256() {
        assertThat(ClaimCode.read(CODE).orElseThrow().hash())
                .isEqualTo("834b6e67aab8d76ccef4846478052cf0737a3107973ec19c7b7ec9dd1b1cf304");
    }

    @Test
    void hidesItselfFromLogs() {
        assertThat(ClaimCode.generate(random)).hasToString("…");
    }
}
