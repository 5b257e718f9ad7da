package io.github.appkeys.core.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoleNameTest {

    @ParameterizedTest
    @CsvSource({
        ", viewer, viewer",
        "shop, viewer, shop:viewer",
        "orders-api, orders:read, orders-api:orders%3Aread",
        ", 'a,b', a%2Cb",
        ", 100 %, 100%20%25",
        "'https://shop/', é, https%3A%2F%2Fshop%2F:%C3%A9",
        ", 'x\r\ny', x%0D%0Ay",
    })
    void hasOneRawColonBetweenClientAndRole(String client, String role, String text) {
        assertThat(RoleName.of(client, role).text()).isEqualTo(text);
        assertThat(RoleName.parse(text)).contains(RoleName.of(client, role));
    }

    @ParameterizedTest
    @CsvSource({"shop:orders/read, shop:orders%2Fread", "%76iewer, viewer", "a+b, a%2Bb", "%c3%a9, %C3%A9"})
    void isReadWhereMoreOrLessIsEncoded(String sent, String text) {
        assertThat(RoleName.parse(sent)).map(RoleName::text).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "shop:", ":viewer", "a:b:c", "%", "%4", "a%zz", "a%", "%ff", "%C3"})
    void isNotReadInAnotherForm(String sent) {
        assertThat(RoleName.parse(sent)).isEmpty();
    }

    @Test
    void isOfBoundedLength() {
        assertThat(RoleName.parse("a".repeat(5000))).isEmpty();
    }

    @Test
    void areAHeaderInOrder() {
        assertThat(RoleName.header(List.of(RoleName.of("shop", "b"), RoleName.of(null, "viewer"),
                RoleName.of("shop", "a"), RoleName.of("shop", "b")))).isEqualTo("shop:a,shop:b,viewer");
        assertThat(RoleName.header(List.of())).isEmpty();
    }
}
