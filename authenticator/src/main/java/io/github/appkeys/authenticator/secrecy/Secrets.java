package io.github.appkeys.authenticator.secrecy;

import java.util.regex.Pattern;

/** Recognizes the secrets of pairs in texts that quote a request. Takes time that is linear in the text. */
public final class Secrets {

    private static final String END = "\"'<>,;)\\]}\\\\";
    /** What follows such a character is part of the secret if it is as long as no other word. */
    private static final String MORE = "[" + END + "]{1,3}[0-9A-Za-z%]{16,}";
    /** Up to a character that ends a value: also what is left of an appToken with a broken percent-encoding inside. */
    private static final Pattern TOKEN = Pattern.compile("(apptoken(?:_|%5F))(?:[0-9A-Z%][^\\s&" + END + "]*|" + MORE
            + ")(?:" + MORE + ")*", Pattern.CASE_INSENSITIVE);
    private static final Pattern CODE = Pattern.compile("(/app-keys/claim/)(?:[^/?#\\s" + END + "]+|" + MORE + ")(?:"
            + MORE + ")*");

    private Secrets() {
    }

    /**
     * The text with a mark in place of each appToken, or part of one, and each code in the address of a claim link.
     *
     * @param text may be null
     * @return the same object if there is none
     */
    public static String removedFrom(String text) {
        if (text == null || !TOKEN.matcher(text).find() && !CODE.matcher(text).find()) {
            return text;
        }
        return CODE.matcher(TOKEN.matcher(text).replaceAll("$1***")).replaceAll("$1-");
    }
}
