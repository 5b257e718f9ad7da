package io.github.appkeys.core.pair;

import java.util.Optional;

/**
 * What to change of a pair. Empty: as it is.
 *
 * @param label           the new label
 * @param description     the new description; an empty text for none
 * @param enabled         whether it may be used
 * @param allowedNetworks from where it may be used
 * @param contact         the e-mail address that is told before it expires; an empty text for none
 */
public record PairChanges(Optional<String> label, Optional<String> description, Optional<Boolean> enabled,
        Optional<AllowedNetworks> allowedNetworks, Optional<String> contact) {

    /** Whether an appToken of the pair works after the change that did not before, or from where it did not. */
    public boolean reopen(Pair pair) {
        return enabled.orElse(false) && !pair.enabled()
                || allowedNetworks.filter(networks -> !networks.areWithin(pair.allowedNetworks())).isPresent();
    }
}
