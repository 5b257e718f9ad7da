package io.github.appkeys.authenticator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;

class TokenShelfTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final Object REALM = new Object();
    private static final TokenShelf.Conditions CONDITIONS = new TokenShelf.Conditions("digest", REALM, 7);

    private final TokenShelf shelf = new TokenShelf();

    @Test
    void keepsATokenForFourFifthsOfItsLife() {
        TokenShelf.Place place = shelf.place(purpose("a"));
        assertThat(place.token(CONDITIONS, NOW)).isNull();
        TokenMint.Minted token = token("jwt", NOW.plusSeconds(100));
        place.put(token, CONDITIONS);

        assertThat(place.token(CONDITIONS, NOW.plusMillis(79_999))).isSameAs(token);
        assertThat(place.token(CONDITIONS, NOW.plusSeconds(80))).isNull();
        assertThat(place.token(CONDITIONS, NOW.minusSeconds(1))).as("the clock went back").isNull();
        place.remove();
        assertThat(place.token(CONDITIONS, NOW)).isNull();
    }

    @Test
    void wantsTheSameConditions() {
        TokenShelf.Place place = shelf.place(purpose("a"));
        place.put(token("jwt", NOW.plusSeconds(100)), CONDITIONS);

        assertThat(place.token(new TokenShelf.Conditions("other", REALM, 7), NOW)).isNull();
        assertThat(place.token(new TokenShelf.Conditions("digest", new Object(), 7), NOW)).isNull();
        assertThat(place.token(new TokenShelf.Conditions("digest", REALM, 8), NOW)).isNull();
    }

    @Test
    void keepsNoneThatIsTooLongOrNeverEnds() {
        TokenShelf.Place place = shelf.place(purpose("a"));
        place.put(token("j".repeat(TokenShelf.MAX_LENGTH), NOW.plusSeconds(100)), CONDITIONS);
        assertThat(place.token(CONDITIONS, NOW)).isNotNull();
        place.put(token("j".repeat(TokenShelf.MAX_LENGTH + 1), NOW.plusSeconds(100)), CONDITIONS);
        assertThat(place.token(CONDITIONS, NOW)).isNull();
        place.put(token("jwt", null), CONDITIONS);
        assertThat(place.token(CONDITIONS, NOW)).isNull();
    }

    @Test
    void keepsTheEightThatWereUsedLast() {
        for (int i = 0; i < 100; i++) {
            shelf.place(purpose("a")).put(token("a", NOW.plusSeconds(100)), CONDITIONS);
            shelf.place(purpose("n" + i)).put(token("n", NOW.plusSeconds(100)), CONDITIONS);
        }

        assertThat(shelf.place(purpose("a")).token(CONDITIONS, NOW)).isNotNull();
        assertThat(shelf.place(purpose("n99")).token(CONDITIONS, NOW)).isNotNull();
        assertThat(shelf.place(purpose("n92")).token(CONDITIONS, NOW)).isNull();
    }

    private static TokenShelf.Purpose purpose(String scope) {
        return new TokenShelf.Purpose("token", scope, "https://id.example/realms/shop", null);
    }

    private static TokenMint.Minted token(String jwt, Instant end) {
        return new TokenMint.Minted(jwt, "id", NOW, end);
    }
}
