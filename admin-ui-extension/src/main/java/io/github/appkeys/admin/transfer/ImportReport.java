package io.github.appkeys.admin.transfer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The result of an import or of a dry run.
 *
 * @param dryRun   whether nothing was changed
 * @param total    how many pairs there are in the file
 * @param created  how many are created
 * @param restored how many are given back to API clients that lost them
 * @param refused  how many prevent the import
 * @param pairs    at most {@value #MAX_ROWS} of them in the order of the file, the refused ones in preference
 */
@JsonInclude
public record ImportReport(boolean dryRun, long total, long created, long restored, long refused, List<Row> pairs) {

    /** How many pairs are listed. */
    public static final int MAX_ROWS = 1000;

    /** The result for a pair. The names are part of the API and never change. */
    public enum Outcome {
        /** It is created. */
        CREATE,
        /** An API client with its appKey is there without a pair, and gets it back. */
        RESTORE,
        /** Its appKey is taken in the realm, or occurs twice in the file. */
        TAKEN,
        /** The realm lacks one of its roles. */
        NO_SUCH_ROLE,
        /** The caller may not link one of its roles. */
        ROLE_NOT_ALLOWED,
        /** It breaks a rule. */
        INVALID;

        /** Whether it prevents the import. */
        boolean isRefusal() {
            return this != CREATE && this != RESTORE;
        }
    }

    /**
     * A pair of the file.
     *
     * @param position where it is, from 1
     * @param appKey   null if it cannot be read
     * @param outcome  the result
     * @param message  the reason; null if it does not prevent the import
     */
    @JsonInclude
    public record Row(long position, String appKey, Outcome outcome, String message) {

        /** The error message of an import that is refused for this pair. */
        String sentence() {
            return "Entry " + position + (appKey == null ? "" : " (\"" + appKey + "\")") + ": " + message;
        }
    }

    /** Collects the rows of an import: counts all of them, and keeps the first {@link #MAX_ROWS} of either kind. */
    static final class Collector {

        private final List<Row> accepted = new ArrayList<>();
        private final List<Row> refusals = new ArrayList<>();
        private long created;
        private long restored;
        private long refused;

        void add(Row row) {
            switch (row.outcome()) {
                case CREATE -> created++;
                case RESTORE -> restored++;
                default -> refused++;
            }
            List<Row> rows = row.outcome().isRefusal() ? refusals : accepted;
            if (rows.size() < MAX_ROWS) {
                rows.add(row);
            }
        }

        Optional<Row> firstRefusal() {
            return refusals.stream().findFirst();
        }

        /** Refusals are listed before others where there is no room for all; the rows are in the file's order. */
        ImportReport report(boolean dryRun) {
            List<Row> rows = Stream.concat(refusals.stream(), accepted.stream())
                    .limit(MAX_ROWS)
                    .sorted(Comparator.comparing(Row::position))
                    .toList();
            return new ImportReport(dryRun, created + restored + refused, created, restored, refused, rows);
        }
    }
}
