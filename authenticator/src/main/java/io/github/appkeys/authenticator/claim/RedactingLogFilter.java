package io.github.appkeys.authenticator.claim;

import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Takes the codes of claim links out of what Keycloak says at DEBUG about the transaction of each request: that begins
 * before any resource is asked, so {@link RedactedRequest} comes too late for it.
 */
public final class RedactingLogFilter implements Filter {

    /** Held here, since loggers that nobody holds may be forgotten, and their filters with them. */
    private static final Logger TRANSACTIONS = Logger.getLogger("org.keycloak.transaction.JtaTransactionWrapper");

    private final Filter before;

    private RedactingLogFilter(Filter before) {
        this.before = before;
    }

    /** From now on, no code comes through. As often as you like. */
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
            String codeless = RedactedRequest.codeless(message);
            if (!codeless.equals(message)) {
                line.setMessage(codeless);
            }
        }
        return before == null || before.isLoggable(line);
    }
}
