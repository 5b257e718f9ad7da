package io.github.appkeys.core.leaks;

/** What the report of a leaked appToken does. The names are stored, so they never change. */
public enum LeakAction {

    /** It is told, and the appToken works on. */
    TELL,
    /** It is told, and the appToken ends some hours later. */
    END_AFTER,
    /** It is told, and the appToken ends at once. */
    END
}
