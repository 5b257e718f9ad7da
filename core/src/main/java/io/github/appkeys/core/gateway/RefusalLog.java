package io.github.appkeys.core.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which refusals are worth an event. A gateway asks at every call, so a wrong pair in a busy integration is refused
 * many times a second. The same pair, address and reason is told once a minute, with a count, and an address at most
 * {@value #PER_ADDRESS} times a minute, however many appKeys it makes up. Bounded in size; safe for use by many
 * threads.
 */
public final class RefusalLog {

    static final int PER_ADDRESS = 20;
    static final int MAX_ENTRIES = 2000;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    /**
     * What counts as the same.
     *
     * @param realmId the id of the realm
     * @param pair    the appKey as it was sent; empty where nothing that could be one was sent
     * @param address the address of the caller
     * @param reason  why it was refused
     */
    public record Refusal(String realmId, String pair, String address, String reason) {
    }

    private record Caller(String realmId, String address) {
    }

    private static final class Window {

        private final Instant start;
        private long count;

        private Window(Instant start) {
            this.start = start;
        }

        private boolean isOver(Instant now) {
            return now.isAfter(start.plus(WINDOW)) || now.isBefore(start);
        }
    }

    private final Map<Refusal, Window> refusals = new LinkedHashMap<>();
    private final Map<Caller, Window> callers = new LinkedHashMap<>();

    /**
     * Notes a refusal.
     *
     * @return how often it happened since it was last told, this time included; 0 if it is not to be told now
     */
    public synchronized long note(Refusal refusal, Instant now) {
        Window known = refusals.get(refusal);
        if (known != null && !known.isOver(now)) {
            known.count++;
            return 0;
        }
        Window caller = window(callers, new Caller(refusal.realmId(), refusal.address()), now);
        if (caller == null || caller.count >= PER_ADDRESS) {
            return 0;
        }
        refusals.remove(refusal);
        if (window(refusals, refusal, now) == null) {
            return 0;
        }
        caller.count++;
        return known == null ? 1 : known.count + 1;
    }

    /** The running window, or a new one; null where too many run. */
    private static <K> Window window(Map<K, Window> windows, K key, Instant now) {
        Window window = windows.get(key);
        if (window != null && !window.isOver(now)) {
            return window;
        }
        windows.remove(key);
        if (windows.size() >= MAX_ENTRIES) {
            windows.entrySet().stream().findFirst().filter(eldest -> eldest.getValue().isOver(now))
                    .ifPresent(eldest -> windows.remove(eldest.getKey()));
        }
        if (windows.size() >= MAX_ENTRIES) {
            return null;
        }
        Window started = new Window(now);
        windows.put(key, started);
        return started;
    }
}
