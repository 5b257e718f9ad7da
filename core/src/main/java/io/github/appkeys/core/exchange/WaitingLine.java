package io.github.appkeys.core.exchange;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The requests that wait for the database. While it answers, any number may. Once the first of them has waited for
 * {@link #PATIENCE_NANOS}, at most {@link #MAX} stay in the line, and further ones are turned away at once, so that an
 * outage does not hold all threads of the server. Safe for use by many threads.
 */
public final class WaitingLine {

    /** How many requests wait at most for a database that does not answer. */
    public static final int MAX = 20;
    /** From this wait on, the database is taken to be away: far more than a look-up by an index takes. */
    static final long PATIENCE_NANOS = 500_000_000L;

    private final ConcurrentSkipListMap<Long, Long> since = new ConcurrentSkipListMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicInteger waiting = new AtomicInteger();
    private final LongSupplier nanoTime;

    /** With the clock of the virtual machine. */
    public WaitingLine() {
        this(System::nanoTime);
    }

    WaitingLine(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Runs work that waits for the database.
     *
     * @throws UnavailableException where too many wait already
     */
    public <T> T run(Supplier<T> work) {
        long number = numbers.incrementAndGet();
        int length = waiting.incrementAndGet();
        since.put(number, nanoTime.getAsLong());
        try {
            if (length > MAX && isStuck()) {
                throw new UnavailableException("More than " + MAX + " requests wait for the database");
            }
            return work.get();
        } finally {
            since.remove(number);
            waiting.decrementAndGet();
        }
    }

    private boolean isStuck() {
        Map.Entry<Long, Long> first = since.firstEntry();
        return first != null && nanoTime.getAsLong() - first.getValue() > PATIENCE_NANOS;
    }
}
