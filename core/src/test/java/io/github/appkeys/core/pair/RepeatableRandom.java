package io.github.appkeys.core.pair;

import java.security.SecureRandom;
import java.util.Random;

/** Gives the same bytes in each run, so that a test about chance never fails by chance. */
public final class RepeatableRandom extends SecureRandom {

    private static final long serialVersionUID = 1L;

    private final Random random;

    public RepeatableRandom(long seed) {
        this.random = new Random(seed);
    }

    @Override
    public void nextBytes(byte[] bytes) {
        random.nextBytes(bytes);
    }
}
