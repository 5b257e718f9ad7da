package io.github.appkeys.admin.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldNamesTest {

    private record Sample(String zulu, int alpha, boolean mike) {
    }

    @Test
    void areTheComponentsInTheirOrder() {
        assertThat(FieldNames.of(Sample.class)).containsExactly("zulu", "alpha", "mike");
    }
}
