package io.github.appkeys.core.pair;

import java.util.Arrays;
import java.util.Optional;

/**
 * In which order to list pairs. Those that are equal come in the order of their ids.
 *
 * @param field      by what
 * @param descending whether the greatest comes first
 */
public record PairOrder(Field field, boolean descending) {

    /** Newest first. */
    public static final PairOrder NEWEST_FIRST = new PairOrder(Field.CREATED_AT, true);

    /** What pairs can be ordered by, with the name that it has in a request. */
    public enum Field {

        /** The label, in the database's own order of texts, in any case. */
        LABEL("label"),
        /** The appKey, in the database's own order of texts. */
        APP_KEY("appKey"),
        /** When it was created. */
        CREATED_AT("createdAt"),
        /** When it was last used; never is the earliest. */
        LAST_USED_AT("lastUsedAt"),
        /** When its current token ends or ended; never is the latest. */
        EXPIRES_AT("expiresAt");

        private final String text;

        Field(String text) {
            this.text = text;
        }

        /** The name in a request. */
        public String text() {
            return text;
        }

        /** The field of this name. */
        public static Optional<Field> of(String text) {
            return Arrays.stream(values()).filter(field -> field.text.equals(text)).findFirst();
        }
    }
}
