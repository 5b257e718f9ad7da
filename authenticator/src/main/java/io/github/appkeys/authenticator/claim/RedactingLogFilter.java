package io.github.appkeys.authenticator.claim;

import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Removes the codes of claim links from what Keycloak logs at DEBUG about the transaction of each request. The
 * transaction begins before a resource is called, so {@link RedactedRequest} is too late for it.
 */
public final class RedactingLogFilter implements Filter {

    /** A strong reference: a logger without one may be garbage collected, together with its filter. */
    private static final Logger TRANSACTIONS = Logger.getLogger("org.keycloak.transaction.JtaTransactionWrapper");

    private final Filter before;

    private RedactingLogFilter(Filter before) {
        this.before = before;
    }

    /** Installs the filter. Idempotent. */
    public static void install() {
        Filter before = TRANSACTIONS.getFilter();
        if (!(before instanceof RedactingLogFilter)) {
            TRANSACTIONS.setFilter(new RedactingLogFilter(before));
        }
    }

    @Override
    public boolean isLoggable(LogRecord line) {
        String message = line.getMessage();
        if (message != null) {
            String redacted = RedactedRequest.redact(message);
            if (!redacted.equals(message)) {
                line.setMessage(redacted);
            }
        }
        return before == null || before.isLoggable(line);
    }
}
