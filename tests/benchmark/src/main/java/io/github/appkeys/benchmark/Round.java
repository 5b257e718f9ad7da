package io.github.appkeys.benchmark;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** Counts what one side answered in one stretch of time, from any number of threads. */
final class Round {

    private final AtomicLong startNanos = new AtomicLong(Long.MIN_VALUE);
    private final LongAccumulator endNanos = new LongAccumulator(Math::max, Long.MIN_VALUE);
    private final LongAdder answered = new LongAdder();
    private final LongAdder failed = new LongAdder();

    /** Starts the clock, unless it runs. */
    void start(long nanos) {
        startNanos.compareAndSet(Long.MIN_VALUE, nanos);
    }

    /** Counts an answer. */
    void answer(long nanos, boolean good) {
        (good ? answered : failed).increment();
        endNanos.accumulate(nanos);
    }

    /** Good answers a second, up to the last one. */
    double rate() {
        return answered.sum() * 1e9 / (endNanos.get() - startNanos.get());
    }

    /** How many answers were not as they should be. */
    long failures() {
        return failed.sum();
    }
}
