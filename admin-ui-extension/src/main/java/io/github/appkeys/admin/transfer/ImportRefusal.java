package io.github.appkeys.admin.transfer;

/** Why an entry of an import cannot be made. */
final class ImportRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ImportReport.Outcome outcome;

    ImportRefusal(ImportReport.Outcome outcome, String message) {
        super(message);
        this.outcome = outcome;
    }

    ImportReport.Outcome outcome() {
        return outcome;
    }
}
