package io.github.appkeys.admin.transfer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What an import did or would do.
 *
 * @param dryRun  whether nothing was changed
 * @param total   how many pairs there are in the file
 * @param created how many are made
 * @param refused how many hinder the import
 * @param pairs   the first of them, in the order of the file; those that hinder the import rather than others
 */
@JsonInclude
public record ImportReport(boolean dryRun, long total, long created, long refused, List<Row> pairs) {

    /** How many pairs are listed. */
    public static final int MAX_ROWS = 1000;

    /** What becomes of a pair. Scripts read it, so a name never changes. */
    public enum Outcome {
        /** It is made. */
        CREATE,
        /** Its appKey is taken in the realm, or comes twice in the file. */
        TAKEN,
        /** The realm lacks a role of it. */
        NO_SUCH_ROLE,
        /** The caller may not link a role of it. */
        ROLE_NOT_ALLOWED,
        /** It breaks a rule. */
        INVALID
    }

    /**
     * A pair of the file.
     *
     * @param position where it is, from 1
     * @param appKey   null where it cannot be read
     * @param outcome  what becomes of it
     * @param message  why; null where it is made
     */
    @JsonInclude
    public record Row(long position, String appKey, Outcome outcome, String message) {

        /** For the answer to an import that is refused. */
        String sentence() {
            return "Entry " + position + (appKey == null ? "" : " (\"" + appKey + "\")") + ": " + message;
        }
    }

    /** Collects the rows of an import: counts all of them, and keeps the first {@link #MAX_ROWS} of either kind. */
    static final class Collector {

        private final List<Row> creations = new ArrayList<>();
        private final List<Row> refusals = new ArrayList<>();
        private long created;
        private long refused;

        void add(Row row) {
            boolean creation = row.outcome() == Outcome.CREATE;
            if (creation) {
                created++;
            } else {
                refused++;
            }
            List<Row> rows = creation ? creations : refusals;
            if (rows.size() < MAX_ROWS) {
                rows.add(row);
            }
        }

        Optional<Row> firstRefusal() {
            return refusals.stream().findFirst();
        }

        /** Refusals are listed before creations where there is no room for all; the rows are in the file's order. */
        ImportReport report(boolean dryRun) {
            List<Row> rows = Stream.concat(refusals.stream(), creations.stream())
                    .limit(MAX_ROWS)
                    .sorted(Comparator.comparing(Row::position))
                    .toList();
            return new ImportReport(dryRun, created + refused, created, refused, rows);
        }
    }
}
