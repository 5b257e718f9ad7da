package io.github.appkeys.core.leaks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.github.appkeys.core.InvalidValueException;

/**
 * A realm's settings for reports of leaked appTokens.
 *
 * @param reports    whether the realm takes reports
 * @param action     what a report does
 * @param afterHours the hours for {@link LeakAction#END_AFTER}; 1 to {@value #MAX_HOURS}
 * @param partners   who gets an answer to a signed report; at most {@value #MAX_PARTNERS}, with different ids of keys
 */
public record LeakSettings(boolean reports, LeakAction action, long afterHours, List<LeakPartner> partners) {

    /** The most partners of a realm. */
    public static final int MAX_PARTNERS = 10;
    /** Thirty days. */
    public static final long MAX_HOURS = 30L * 24;

    /** What holds in a realm where nothing was set: no reports. */
    public static final LeakSettings DEFAULT = new LeakSettings(false, LeakAction.TELL, 24, List.of());

    /** @throws InvalidValueException where a value is out of bounds, or two partners have the same id of a key */
    public LeakSettings {
        if (afterHours < 1 || afterHours > MAX_HOURS) {
            throw new InvalidValueException("afterHours must be between 1 and " + MAX_HOURS);
        }
        if (partners.size() > MAX_PARTNERS) {
            throw new InvalidValueException("partners has more than " + MAX_PARTNERS + " entries");
        }
        if (partners.stream().map(LeakPartner::keyId).distinct().count() < partners.size()) {
            throw new InvalidValueException("partners has two entries with the same keyId");
        }
        partners = List.copyOf(partners);
    }

    /**
     * When a token that is reported now ends because of that; null for never.
     *
     * @param now the moment of the report
     */
    public Instant endsAt(Instant now) {
        return switch (action) {
            case TELL -> null;
            case END_AFTER -> now.plus(Duration.ofHours(afterHours));
            case END -> now;
        };
    }

    /** The partner with this id of a key. */
    public Optional<LeakPartner> partner(String keyId) {
        return partners.stream().filter(partner -> partner.keyId().equals(keyId)).findFirst();
    }
}
