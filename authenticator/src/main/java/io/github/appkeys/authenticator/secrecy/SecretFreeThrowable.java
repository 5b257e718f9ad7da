package io.github.appkeys.authenticator.secrecy;

import java.util.stream.Stream;

/** What the log shows of an exception: its name, stack trace and causes, with secrets removed from the messages. */
final class SecretFreeThrowable extends Throwable {

    private static final long serialVersionUID = 1L;
    /** More causes than there are in a stack trace that a person reads; ends a cycle of causes, too. */
    private static final int MAX_DEPTH = 20;

    private final String text;

    private SecretFreeThrowable(Throwable original, int depth) {
        super(Secrets.removedFrom(original.getMessage()), depth == 0 || original.getCause() == null ? null
                : new SecretFreeThrowable(original.getCause(), depth - 1));
        this.text = Secrets.removedFrom(original.toString());
        setStackTrace(original.getStackTrace());
        if (depth > 0) {
            Stream.of(original.getSuppressed())
                    .forEach(suppressed -> addSuppressed(new SecretFreeThrowable(suppressed, depth - 1)));
        }
    }

    /** The same object if no message has a secret. */
    static Throwable of(Throwable original) {
        return hasSecret(original, MAX_DEPTH) ? new SecretFreeThrowable(original, MAX_DEPTH) : original;
    }

    private static boolean hasSecret(Throwable thrown, int depth) {
        if (thrown == null) {
            return false;
        }
        String text = thrown.toString();
        return !text.equals(Secrets.removedFrom(text)) || depth > 0 && (hasSecret(thrown.getCause(), depth - 1)
                || Stream.of(thrown.getSuppressed()).anyMatch(suppressed -> hasSecret(suppressed, depth - 1)));
    }

    @Override
    public String toString() {
        return text;
    }
}
