package io.github.appkeys.core;

import java.security.SecureRandom;
import java.util.Random;

/** Gives the same bytes in each run, so that a test about chance never fails by chance. */
final class RepeatableRandom extends SecureRandom {

    private static final long serialVersionUID = 1L;

    private final Random random;

    RepeatableRandom(long seed) {
        this.random = new Random(seed);
    }

    @Override
    public void nextBytes(byte[] bytes) {
        random.nextBytes(bytes);
    }
}
