package io.github.appkeys.benchmark;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/** Counts what one side answered in one stretch of time, from any number of threads. */
final class Round {

    private final AtomicReference<Moment> start = new AtomicReference<>();
    private final AtomicReference<Moment> end = new AtomicReference<>();
    private final LongAdder answered = new LongAdder();
    private final LongAdder failed = new LongAdder();

    /**
     * The clocks at one moment.
     *
     * @param nanos the clock on the wall, as {@link System#nanoTime()} counts
     * @param cpu   how much of the processors' time the server has had
     */
    record Moment(long nanos, Duration cpu) {
    }

    /** A caller starts; the first one counts. */
    void start(Moment moment) {
        start.compareAndSet(null, moment);
    }

    /** A caller has its last answer; the last one counts. */
    void end(Moment moment) {
        end.accumulateAndGet(moment, (one, other) -> one == null || one.nanos() < other.nanos() ? other : one);
    }

    /** Counts an answer. */
    void answer(boolean good) {
        (good ? answered : failed).increment();
    }

    /** Good answers a second. */
    double rate() {
        return answered.sum() * 1e9 / (end.get().nanos() - start.get().nanos());
    }

    /** Milliseconds of the processors' time for a good answer. */
    double cpuMillis() {
        return end.get().cpu().minus(start.get().cpu()).toNanos() / 1e6 / answered.sum();
    }

    /** How many answers were not as they should be. */
    long failures() {
        return failed.sum();
    }
}
