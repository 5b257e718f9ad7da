package io.github.appkeys.admin.transfer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Gathers what becomes of each pair of an import, and keeps no more than can be told. */
final class ImportReporter {

    private final List<ImportReport.Row> creations = new ArrayList<>();
    private final List<ImportReport.Row> refusals = new ArrayList<>();
    private long created;
    private long refused;

    void add(ImportReport.Row row) {
        boolean creation = row.outcome() == ImportReport.Outcome.CREATE;
        if (creation) {
            created++;
        } else {
            refused++;
        }
        List<ImportReport.Row> rows = creation ? creations : refusals;
        if (rows.size() < ImportReport.MAX_ROWS) {
            rows.add(row);
        }
    }

    Optional<ImportReport.Row> firstRefusal() {
        return refusals.stream().findFirst();
    }

    ImportReport report(boolean dryRun) {
        List<ImportReport.Row> rows = Stream.concat(refusals.stream(), creations.stream())
                .limit(ImportReport.MAX_ROWS)
                .sorted(Comparator.comparing(ImportReport.Row::position))
                .toList();
        return new ImportReport(dryRun, created + refused, created, refused, rows);
    }
}
