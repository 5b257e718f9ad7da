package io.github.appkeys.core.passwordgrants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.appkeys.core.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PasswordGrantsTest {

    private static final Cutoff NOON = new Cutoff("2026-11-13T12:00:00Z");

    @Test
    void areCountedAndEndForNobodyWhereNothingWasSet() {
        assertThat(PasswordGrants.DEFAULT)
                .isEqualTo(new PasswordGrants(true, null, GrantScope.ALL, List.of(), List.of(), null, 90));
    }

    @Test
    void takeAsManyClientsAsTheyMay() {
        List<String> many = IntStream.range(0, PasswordGrants.MAX_CLIENTS).mapToObj(i -> "client-" + i).toList();

        assertThat(PasswordGrants.DEFAULT.withClients(many).clients()).isEqualTo(many);
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                row("clients[1] is there twice", () -> PasswordGrants.DEFAULT.withClients(List.of("a", "a"))),
                row("clients[1] is empty", () -> PasswordGrants.DEFAULT.withClients(List.of("a", " "))),
                row("clients has more than 200 entries", () -> PasswordGrants.DEFAULT.withClients(
                        Collections.nCopies(201, "a"))),
                row("exceptions[1].clientId is there twice", () -> PasswordGrants.DEFAULT.withExceptions(
                        List.of(new GrantExemption("a", "one", NOON), new GrantExemption("a", "two", NOON)))),
                row("exceptions has more than 200 entries", () -> PasswordGrants.DEFAULT.withExceptions(
                        Collections.nCopies(201, new GrantExemption("a", "one", NOON)))),
                row("documentationUrl must be an absolute http or https address in ASCII, without a fragment, of at "
                        + "most 1000 characters",
                        () -> new PasswordGrants(true, null, GrantScope.ALL, List.of(), List.of(), "javascript:x", 90)),
                row("documentationUrl must be an absolute http or https address in ASCII, without a fragment, of at "
                        + "most 1000 characters",
                        () -> new PasswordGrants(true, null, GrantScope.ALL, List.of(), List.of(),
                                "https://example.org/" + "a".repeat(981), 90)),
                row("retentionDays must be between 1 and 3650",
                        () -> new PasswordGrants(true, null, GrantScope.ALL, List.of(), List.of(), null, 0)),
                row("retentionDays must be between 1 and 3650",
                        () -> new PasswordGrants(true, null, GrantScope.ALL, List.of(), List.of(), null, 3651)),
                row("clientId is missing or empty", () -> new GrantExemption(null, "why", NOON)),
                row("clientId is missing or empty", () -> new GrantExemption(" ", "why", NOON)),
                row("reason is missing or empty", () -> new GrantExemption("a", null, NOON)),
                row("reason is missing or empty", () -> new GrantExemption("a", " \u200b", NOON)),
                row("reason has characters that cannot be printed", () -> new GrantExemption("a", "x\ny", NOON)),
                row("reason has more than 255 characters", () -> new GrantExemption("a", "x".repeat(256), NOON)),
                row("until is missing or empty", () -> new GrantExemption("a", "why", null)));
    }

    private static Arguments row(String message, Supplier<Object> value) {
        return Arguments.of(message, value);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void bad(String message, Supplier<Object> value) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(value::get).withMessage(message);
    }
}
