package io.github.appkeys.authenticator.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

class RateLimitTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);
    private final RateLimit limit = new RateLimit(3, 2, now::get);

    @Test
    void takesABurstAndThenSoManyInASecond() {
        assertThat(taken(10)).isEqualTo(3);
        now.addAndGet(1_000_000_000L);
        assertThat(taken(10)).isEqualTo(2);
        now.addAndGet(400_000_000L);
        assertThat(taken(1)).isZero();
        now.addAndGet(100_000_000L);
        assertThat(taken(10)).isEqualTo(1);
    }

    /** Also where the clock's number overflows. */
    @Test
    void isNeverMoreThanTheBurst() {
        now.addAndGet(3_600_000_000_000L);
        assertThat(taken(10)).isEqualTo(3);
    }

    private int taken(int calls) {
        int taken = 0;
        for (int i = 0; i < calls; i++) {
            taken += limit.take() ? 1 : 0;
        }
        return taken;
    }
}
