package io.github.appkeys.core.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;

import io.github.appkeys.core.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayQueryTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "")
    void asksForARightPairAlone(String raw) {
        assertThat(GatewayQuery.parse(raw)).isEqualTo(GatewayQuery.NONE);
        assertThat(GatewayQuery.NONE.scope()).isNull();
        assertThat(GatewayQuery.NONE.token()).isTrue();
        assertThat(GatewayQuery.NONE.preflight()).isFalse();
    }

    @Test
    void asksForMore() {
        GatewayQuery query = GatewayQuery.parse(
                "role=shop:read&role=a%20b&role=shop:read&scope=z+a&scope=m%20a&token=false&preflight=allow");

        assertThat(query.roles()).isEqualTo(Set.of(RoleName.of("shop", "read"), RoleName.of(null, "a b")));
        assertThat(query.scope()).isEqualTo("a m z");
        assertThat(query.token()).isFalse();
        assertThat(query.preflight()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"roles=admin", "Role=admin", "role=", "role", "role=a&", "&", "role=a:b:c", "scope=",
        "scope=a++b", "scope=%zz", "scope=%22", "token=no", "token", "token=False", "preflight=true", "preflight=",
        "%72ole=admin", "client_id=x"})
    void refusesWhatIsNotUnderstood(String raw) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> GatewayQuery.parse(raw));
    }

    @Test
    void isBounded() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> GatewayQuery.parse("role=" + "a".repeat(GatewayQuery.MAX_LENGTH)));
        StringBuilder many = new StringBuilder("role=r0");
        for (int i = 1; i <= 50; i++) {
            many.append("&role=r").append(i);
        }
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> GatewayQuery.parse(many.toString()));
    }
}
