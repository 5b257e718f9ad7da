package io.github.appkeys.core.pair;

import java.util.regex.Pattern;

import io.github.appkeys.core.InvalidValueException;

/** The e-mail address that is told before a pair expires. */
public final class Contact {

    /** In UTF-16 units. */
    public static final int MAX_LENGTH = 255;

    /** One address and nothing else: what cannot break out of a mail's header. Whether it exists is not known here. */
    private static final String CHARACTER = "[^\\s\\p{Cntrl}@,;:<>()\\[\\]\"\\\\]";
    private static final Pattern ADDRESS = Pattern.compile(CHARACTER + "+@(?!\\.)" + CHARACTER + "+");

    private Contact() {
    }

    /**
     * @param text an e-mail address; null or empty for none
     * @return the address, or null for none
     * @throws InvalidValueException where it is too long or no e-mail address
     */
    public static String contact(String text) {
        String contact = text == null ? "" : text.strip();
        if (contact.isEmpty()) {
            return null;
        }
        if (contact.length() > MAX_LENGTH || !ADDRESS.matcher(contact).matches()) {
            throw new InvalidValueException(
                    "contact is not an e-mail address of at most " + MAX_LENGTH + " characters");
        }
        return contact;
    }
}
