package io.github.appkeys.core.reason;

import java.util.List;
import java.util.stream.Stream;

import io.github.appkeys.core.exchange.Verdict;

/** Writes {@code docs/errors.md} from the catalogue, in one language. */
final class ErrorsDocument {

    private final ReasonMessages words;
    private final StringBuilder text = new StringBuilder();

    private ErrorsDocument(ReasonMessages words) {
        this.words = words;
    }

    static String in(ReasonMessages words) {
        return new ErrorsDocument(words).write();
    }

    static String file(ReasonMessages words) {
        return words == ReasonMessages.ENGLISH ? "errors.md" : "errors." + words.locale().toLanguageTag() + ".md";
    }

    private String write() {
        text.append("# ").append(words.text("page.title")).append("\n\n").append(others()).append("\n\n");
        text.append(words.text("page.intro")).append("\n\n## ").append(words.text("page.refusals")).append("\n\n");
        Reason.refusals().stream().filter(reason -> !reason.isSilent()).forEach(this::section);
        heading("###", Reason.SILENT_ANCHOR, words.text("page.alike"));
        text.append(words.text("page.alikeText")).append("\n\n");
        row("page.answer", answer(Reason.UNKNOWN_KEY));
        row("page.says", Verdict.INVALID_CREDENTIALS);
        text.append('\n');
        Reason.refusals().stream().filter(Reason::isSilent).forEach(this::section);
        text.append("## ").append(words.text("page.diagnoses")).append("\n\n");
        Stream.of(Reason.values()).filter(reason -> !reason.isRefusal()).forEach(this::section);
        return text.toString().stripTrailing() + "\n";
    }

    private String others() {
        List<String> links = ReasonMessages.ALL.stream().filter(other -> other != words)
                .map(other -> "[" + other.locale().getDisplayName(other.locale()) + "](" + file(other) + ")").toList();
        return String.join(" · ", links);
    }

    private void section(Reason reason) {
        heading("###", reason.name(), "`" + reason + "`");
        row("page.cause", words.cause(reason));
        if (reason.isRefusal() && !reason.isSilent()) {
            row("page.answer", answer(reason));
            row("page.says", ReasonMessages.ENGLISH.says(Occurrence.of(reason)).replaceAll("\\{\\w+}", "…"));
        }
        row("page.fix", words.fix(reason));
        row("page.fixedBy", words.fixedBy(reason));
        text.append('\n');
    }

    /** With an anchor of its own: those that renderers make are in lower case. */
    private void heading(String level, String anchor, String title) {
        text.append("<a id=\"").append(anchor).append("\"></a>\n")
                .append(level).append(' ').append(title).append("\n\n");
    }

    private void row(String label, String value) {
        text.append("- **").append(words.text(label)).append(":** ").append(value).append('\n');
    }

    private static String answer(Reason reason) {
        return answer(reason.error())
                + (reason == Reason.DUPLICATE_HEADER ? " / " + answer(OAuthError.INVALID_REQUEST) : "");
    }

    private static String answer(OAuthError error) {
        return error.status() + ", `" + error.code() + "`";
    }
}
