package io.github.appkeys.core.diagnosis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;

/** What an appKey may have been before somebody typed it: in any case, or with one character that looks the same. */
public final class LookAlikes {

    private static final List<String> ALIKE = List.of("0o", "1il");

    private LookAlikes() {
    }

    /** The appKey in lower case, and each text that differs from that by one character that looks alike. */
    public static Set<String> of(AppKey appKey) {
        String lower = appKey.value().toLowerCase(Locale.ROOT);
        Set<String> texts = new LinkedHashSet<>(Set.of(lower));
        for (int i = 0; i < lower.length(); i++) {
            for (String group : ALIKE) {
                if (group.indexOf(lower.charAt(i)) >= 0) {
                    for (char other : group.toCharArray()) {
                        texts.add(lower.substring(0, i) + other + lower.substring(i + 1));
                    }
                }
            }
        }
        return texts;
    }

    /** How a wrong appKey is like an existing one, which is one of its look-alikes. */
    public static Occurrence occurrence(AppKey wrong, String existing) {
        return Occurrence.of(existing.equalsIgnoreCase(wrong.value()) ? Reason.CASE_MISMATCH : Reason.LOOK_ALIKE)
                .with("similar", existing);
    }
}
