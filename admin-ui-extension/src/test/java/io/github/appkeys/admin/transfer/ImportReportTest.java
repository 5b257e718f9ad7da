package io.github.appkeys.admin.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImportReportTest {

    private final ImportReport.Collector rows = new ImportReport.Collector();

    @Test
    void countsAllAndListsInTheOrderOfTheFile() {
        add(1, ImportReport.Outcome.CREATE);
        add(2, ImportReport.Outcome.TAKEN);
        add(3, ImportReport.Outcome.CREATE);
        add(4, ImportReport.Outcome.RESTORE);

        ImportReport report = rows.report(true);

        assertThat(report.dryRun()).isTrue();
        assertThat(report.total()).isEqualTo(4);
        assertThat(report.created()).isEqualTo(2);
        assertThat(report.restored()).isEqualTo(1);
        assertThat(report.refused()).isEqualTo(1);
        assertThat(report.pairs()).extracting(ImportReport.Row::position).containsExactly(1L, 2L, 3L, 4L);
        assertThat(rows.firstRefusal().orElseThrow().sentence()).isEqualTo("Entry 2 (\"key\"): why");
    }

    @Test
    void keepsRoomForWhatHindersTheImport() {
        for (int i = 1; i <= 5000; i++) {
            add(i, i % 2500 == 0 ? ImportReport.Outcome.INVALID : ImportReport.Outcome.CREATE);
        }

        ImportReport report = rows.report(false);

        assertThat(report.total()).isEqualTo(5000);
        assertThat(report.pairs()).hasSize(ImportReport.MAX_ROWS);
        assertThat(report.pairs()).filteredOn(row -> row.outcome() == ImportReport.Outcome.INVALID)
                .extracting(ImportReport.Row::position).containsExactly(2500L, 5000L);
    }

    private void add(long position, ImportReport.Outcome outcome) {
        rows.add(new ImportReport.Row(position, "key", outcome,
                outcome == ImportReport.Outcome.CREATE ? null : "why"));
    }
}
