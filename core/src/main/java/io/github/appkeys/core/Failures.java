package io.github.appkeys.core;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what failed, for the log. */
public final class Failures {

    private static final int MAX_CAUSES = 10;

    private Failures() {
    }

    /** Types and SQL states only: a database's message may quote the row, and with it the hash of an appToken. */
    public static String chain(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(MAX_CAUSES)
                .map(each -> each.getClass().getSimpleName()
                        + (each instanceof SQLException sql ? " (SQL state " + sql.getSQLState() + ")" : ""))
                .collect(Collectors.joining(", caused by "));
    }
}
