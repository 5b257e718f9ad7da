package io.github.appkeys.core.diagnosis;

/** What a {@link Finding} means for the pair. */
public enum Severity {

    /** The check passed. */
    OK,
    /** The pair works, but needs attention. */
    WARN,
    /** The pair is refused for this reason. */
    ERROR
}
