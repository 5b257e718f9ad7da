package io.github.appkeys.authenticator.secrecy;

import java.util.Objects;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Removes {@link Secrets} from every record of every logger before it is written: Keycloak, Vert.x and Hibernate quote
 * requests, some at their default level. It sits on the handlers of the root logger, because a filter on a logger does
 * not see the records of the loggers below it.
 */
public final class SecrecyLogFilter implements Filter {

    private final Filter before;

    private SecrecyLogFilter(Filter before) {
        this.before = before;
    }

    /** Installs the filter. Idempotent. */
    public static void install() {
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            if (!(handler.getFilter() instanceof SecrecyLogFilter)) {
                handler.setFilter(new SecrecyLogFilter(handler.getFilter()));
            }
        }
    }

    @Override
    public boolean isLoggable(LogRecord line) {
        String message = Secrets.removedFrom(line.getMessage());
        if (!Objects.equals(message, line.getMessage())) {
            line.setMessage(message);
        }
        Object[] parameters = withoutSecrets(line.getParameters());
        if (parameters != line.getParameters()) {
            line.setParameters(parameters);
        }
        Throwable thrown = SecretFreeThrowable.of(line.getThrown());
        if (thrown != line.getThrown()) {
            line.setThrown(thrown);
        }
        return before == null || before.isLoggable(line);
    }

    /** The same array if there is no secret in it. */
    private static Object[] withoutSecrets(Object[] parameters) {
        Object[] result = parameters;
        for (int i = 0; parameters != null && i < parameters.length; i++) {
            String text = text(parameters[i]);
            String redacted = Secrets.removedFrom(text);
            if (!Objects.equals(text, redacted)) {
                result = result == parameters ? parameters.clone() : result;
                result[i] = redacted;
            }
        }
        return result;
    }

    /** As the formatter will write it; null for what cannot hold a secret. */
    private static String text(Object parameter) {
        if (parameter == null || parameter instanceof Number || parameter instanceof Boolean) {
            return null;
        }
        try {
            return String.valueOf(parameter);
        } catch (RuntimeException e) {
            return null;
        }
    }
}
