package io.github.appkeys.core.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedAccountsTest {

    private static final NamedAccounts NAMED =
            new NamedAccounts(Set.of("user"), Set.of("client"), Set.of("group"), Set.of("tree"));

    @ParameterizedTest
    @CsvSource(textBlock = """
        user, other,  other, top,   true
        other, client, other, top,   true
        other, other,  group, top,   true
        other, other,  other, group, false
        other, other,  other, tree,  true
        other, other,  tree,  tree,  true
        other, other,  other, top,   false
        client, user,  user,  user,  false
        """)
    void anAccountIsNamedByItselfItsClientOrAGroup(String user, String client, String group, String above,
            boolean named) {
        assertThat(NAMED.contain(new NamedAccounts.Account(user, client, Set.of(group), Set.of(above))))
                .isEqualTo(named);
    }
}
