package io.github.appkeys.core.diagnosis;

import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;

/** The two halves of a pair, by the names that findings give them. */
enum Half {

    APP_KEY("appKey"),
    APP_TOKEN("appToken");

    private final String text;

    Half(String text) {
        this.text = text;
    }

    /** What is wrong with this half. */
    Occurrence occurrence(Reason reason) {
        return about(Occurrence.of(reason));
    }

    /** The same occurrence, with the name of this half. */
    Occurrence about(Occurrence occurrence) {
        return occurrence.with("half", text);
    }

    /** The name of the field and of the half in messages. */
    @Override
    public String toString() {
        return text;
    }
}
