package io.github.appkeys.admin.transfer;

/** An entry of an import is refused; the message says why. */
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
