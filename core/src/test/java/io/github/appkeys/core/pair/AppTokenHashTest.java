package io.github.appkeys.core.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.appkeys.core.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppTokenHashTest {

    /** {@code printf %s <token> | sha256sum} */
    private static final String SHA_256 = "7e93a3b0209225d64bf1818e5082c15ed7594217b5f79bca498d1e3559c991b2";

    /** {@code printf %s <token> | sha512sum} */
    private static final String SHA_512 = "d6957480a37bc81357226d5e96515c8023e1797eb88034957faa3ba11465fcd1"
            + "aeb0025e3669b8e3bc84124f37c81563026077f304cf83ae12b0d867a31cecc8";

    private final AppToken token = AppToken.parse(Samples.TOKEN);

    @Test
    void isTheSha256OfTheWholeToken() {
        assertThat(token.hash()).isEqualTo(new AppTokenHash("SHA-256", SHA_256));
    }

    @Test
    void isThatOfItsTokenOnly() {
        assertThat(token.hash().isSame(AppToken.parse(Samples.TOKEN).hash())).isTrue();
        assertThat(token.hash().isSame(AppToken.parse(Samples.OTHER_TOKEN).hash())).isFalse();
    }

    @Test
    void goesByTheAlgorithmThatIsKeptWithIt() {
        assertThat(new AppTokenHash("SHA-512", SHA_512).isSame(new AppTokenHash("SHA-512", SHA_512))).isTrue();
        assertThat(new AppTokenHash("SHA-512", SHA_256).isSame(token.hash())).isFalse();
        assertThat(new AppTokenHash("SHA-256", SHA_512).isSame(token.hash())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"''", "00", "7e93a3b0209225d64bf1818e5082c15ed7594217b5f79bca498d1e3559c991",
            "7e93a3b0209225d64bf1818e5082c15ed7594217b5f79bca498d1e3559c991b3"})
    void doesNotMatchAHashThatIsOff(String hex) {
        assertThat(new AppTokenHash("SHA-256", hex).isSame(token.hash())).isFalse();
    }

    @Test
    void takesAHashThatWasMadeElsewhere() {
        assertThat(AppTokenHash.imported("SHA-256", SHA_256).isSame(token.hash())).isTrue();
        for (String hex : new String[] {null, "", "x", SHA_256.toUpperCase(), SHA_256 + "0", " " + SHA_256, SHA_512}) {
            assertThatExceptionOfType(InvalidValueException.class)
                    .isThrownBy(() -> AppTokenHash.imported("SHA-256", hex))
                    .withMessageContaining("64 hexadecimal digits");
        }
        for (String algorithm : new String[] {null, "", "sha-256", "MD5", "SHA-512"}) {
            assertThatExceptionOfType(InvalidValueException.class)
                    .isThrownBy(() -> AppTokenHash.imported(algorithm, SHA_256))
                    .withMessageContaining("hashAlgorithm must be");
        }
    }

    @Test
    void hidesItselfFromLogs() {
        assertThat(token.hash()).hasToString("SHA-256:…");
    }
}
