package io.github.appkeys.core.passwordgrants;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.reason.ErrorPage;

/**
 * The settings of a realm for password grants (RFC 6749, section 4.3).
 *
 * @param observe          whether successful password grants are counted by client and user
 * @param cutoff           when they end; null for never
 * @param scope            for which clients they end
 * @param clients          the clientIds of {@link GrantScope#SELECTED}; at most {@link #MAX_CLIENTS}, each once
 * @param exceptions       the exemptions of clients, by the name that the REST API gives them; at most
 *                         {@link #MAX_CLIENTS}, each client once
 * @param documentationUrl the page that integrators are told to read, in the form of {@link ErrorPage}; null for none
 * @param retentionDays    how long counts are kept after the last grant, in days; {@value #MIN_RETENTION_DAYS} to
 *                         {@value #MAX_RETENTION_DAYS}
 */
public record PasswordGrants(boolean observe, Cutoff cutoff, GrantScope scope, List<String> clients,
        List<GrantExemption> exceptions, String documentationUrl, int retentionDays) {

    /** The most clients that can be selected, and the most that can be exempted. */
    public static final int MAX_CLIENTS = 200;

    /** The fewest days that counts are kept. */
    public static final int MIN_RETENTION_DAYS = 1;

    /** The most days that counts are kept. */
    public static final int MAX_RETENTION_DAYS = 3650;

    /** The defaults: password grants are counted, counts are kept for 90 days, and nothing ends. */
    public static final PasswordGrants DEFAULT =
            new PasswordGrants(true, null, GrantScope.ALL, List.of(), List.of(), null, 90);

    /**
     * @throws InvalidValueException if a value is out of bounds; the message begins with the field
     * @throws NullPointerException  if a value that is required is null
     */
    public PasswordGrants {
        Objects.requireNonNull(scope);
        clients = List.copyOf(clients);
        exceptions = List.copyOf(exceptions);
        requireUnique("clients", "", clients);
        requireUnique("exceptions", ".clientId", exceptions.stream().map(GrantExemption::clientId).toList());
        if (documentationUrl != null && ErrorPage.of(documentationUrl).isEmpty()) {
            throw new InvalidValueException("documentationUrl must be an absolute http or https address in ASCII, "
                    + "without a fragment, of at most " + ErrorPage.MAX_LENGTH + " characters");
        }
        if (!isRetention(retentionDays)) {
            throw new InvalidValueException("retentionDays must be between " + MIN_RETENTION_DAYS + " and "
                    + MAX_RETENTION_DAYS);
        }
    }

    /** Whether a number of days is within the bounds of {@link #retentionDays}. */
    public static boolean isRetention(long days) {
        return days >= MIN_RETENTION_DAYS && days <= MAX_RETENTION_DAYS;
    }

    /** The same settings without a cutoff. */
    public PasswordGrants withoutCutoff() {
        return new PasswordGrants(observe, null, scope, clients, exceptions, documentationUrl, retentionDays);
    }

    /** The same settings with other selected clients. */
    public PasswordGrants withClients(List<String> others) {
        return new PasswordGrants(observe, cutoff, scope, others, exceptions, documentationUrl, retentionDays);
    }

    /** The same settings with other exemptions. */
    public PasswordGrants withExceptions(List<GrantExemption> others) {
        return new PasswordGrants(observe, cutoff, scope, clients, others, documentationUrl, retentionDays);
    }

    /** The exemption of a client. */
    public Optional<GrantExemption> exemption(String clientId) {
        return exceptions.stream().filter(exemption -> exemption.clientId().equals(clientId)).findFirst();
    }

    private static void requireUnique(String field, String part, List<String> clientIds) {
        if (clientIds.size() > MAX_CLIENTS) {
            throw new InvalidValueException(field + " has more than " + MAX_CLIENTS + " entries");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < clientIds.size(); i++) {
            String name = field + "[" + i + "]" + part;
            if (clientIds.get(i).isBlank()) {
                throw new InvalidValueException(name + " is empty");
            }
            if (!seen.add(clientIds.get(i))) {
                throw new InvalidValueException(name + " is there twice");
            }
        }
    }
}
