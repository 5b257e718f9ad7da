package io.github.appkeys.core.leaks;

/** What becomes of an appToken that was sent without TLS. The names are stored, so they never change. */
public enum CleartextAction {

    /** It is told, and the appToken works on. */
    TELL,
    /** It is told, and the appToken ends at once. */
    END
}
