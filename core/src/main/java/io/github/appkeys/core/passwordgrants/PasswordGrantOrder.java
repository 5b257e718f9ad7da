package io.github.appkeys.core.passwordgrants;

/** In which order password grants are listed. Where two are equal, the more recent one comes first. */
public enum PasswordGrantOrder {

    /** The most recent one first. */
    LAST_AT("lastAt"),
    /** The one that began last first. */
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

    /** The field of a row that decides. */
    public String field() {
        return field;
    }
}
