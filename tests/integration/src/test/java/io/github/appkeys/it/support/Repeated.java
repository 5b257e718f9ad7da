package io.github.appkeys.it.support;

import java.util.regex.Pattern;

/** Texts that are too long for a table. */
public final class Repeated {

    private static final Pattern TIMES = Pattern.compile("(.)\\*(\\d+)");

    private Repeated() {
    }

    /** A row with what it abbreviates: {@code x*300} is 300 times x. */
    public static String in(String row) {
        return TIMES.matcher(row)
                .replaceAll(times -> times.group(1).repeat(Integer.parseInt(times.group(2))));
    }
}
