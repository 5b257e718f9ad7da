package io.github.appkeys.core.diagnosis;

/** What a {@link Finding} means for the pair. */
public enum Severity {

    /** As it should be. */
    OK,
    /** Works, but somebody should look at it. */
    WARN,
    /** The pair is refused for it. */
    ERROR
}
