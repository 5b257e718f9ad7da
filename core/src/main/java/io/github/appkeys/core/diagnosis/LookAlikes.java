package io.github.appkeys.core.diagnosis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;

/** The appKeys that a mistyped one may stand for: another case, or one character replaced by one that looks alike. */
public final class LookAlikes {

    private static final List<String> ALIKE = List.of("0o", "1il");

    private LookAlikes() {
    }

    /** In lower case: the appKey itself, and every text in which one of its characters is replaced by a look-alike. */
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

    /**
     * How a wrong appKey differs from an existing one.
     *
     * @param existing an appKey that is one of {@link #of}, in any case
     */
    public static Occurrence occurrence(AppKey wrong, String existing) {
        return Occurrence.of(existing.equalsIgnoreCase(wrong.value()) ? Reason.CASE_MISMATCH : Reason.LOOK_ALIKE)
                .with("similar", existing);
    }
}
