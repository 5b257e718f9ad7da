package io.github.appkeys.core.passwordgrants;

/** The order of a list of password grants. Of two equal ones, the more recent comes first. */
public enum PasswordGrantOrder {

    /** The most recent one first. */
    LAST_AT("lastAt"),
    /** The one with the latest first use first. */
    FIRST_AT("firstAt"),
    /** The most frequent one first. */
    COUNT("count"),
    /** By clientId. */
    CLIENT_ID("clientId"),
    /** By user name. */
    USERNAME("username");

    private final String field;

    PasswordGrantOrder(String field) {
        this.field = field;
    }

    /** The name of the field to sort by. */
    public String field() {
        return field;
    }
}
