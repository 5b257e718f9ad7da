package io.github.appkeys.core.passwordgrants;

import java.time.Instant;
import java.util.Optional;

/**
 * Decides which clients may still use password grants, and for which of them the end is announced.
 *
 * @param grants           the settings of the realm
 * @param ownCutoff        the end that a client policy sets for the clients it matches; null for none
 * @param ownDocumentation the page that such a policy sets instead of the realm's; null for none
 */
public record GrantRule(PasswordGrants grants, Cutoff ownCutoff, String ownDocumentation) {

    /**
     * The client that requests a password grant.
     *
     * @param clientId    the client
     * @param apiClient   whether it authenticates with a pair, or has one
     * @param lockoutRisk {@code true} for {@code admin-cli} of the master realm: only an explicit entry in
     *                    {@code clients} ends its password grants, so that administrators cannot lock themselves out
     */
    public record Requester(String clientId, boolean apiClient, boolean lockoutRisk) {
    }

    /** The decision about a password grant at a moment. */
    public GrantRuling decide(Requester requester, Instant now) {
        if (requester.apiClient()) {
            return GrantRuling.apiClient();
        }
        return end(requester).map(end -> new GrantRuling(
                end.isReached(now) ? GrantRuling.Outcome.ENDED : GrantRuling.Outcome.DEPRECATED, end,
                ownDocumentation != null ? ownDocumentation : grants.documentationUrl())).orElse(GrantRuling.allowed());
    }

    private Optional<Cutoff> end(Requester requester) {
        boolean named = grants.clients().contains(requester.clientId());
        if (requester.lockoutRisk() && !named) {
            return Optional.empty();
        }
        if (ownCutoff != null) {
            return Optional.of(ownCutoff);
        }
        boolean meant = switch (grants.scope()) {
            case ALL -> true;
            case SELECTED -> named;
            case API_CLIENTS -> false;
        };
        return meant ? Optional.ofNullable(grants.cutoff()).map(cutoff -> later(requester, cutoff)) : Optional.empty();
    }

    private Cutoff later(Requester requester, Cutoff cutoff) {
        return grants.exemption(requester.clientId()).map(GrantExemption::until)
                .filter(until -> until.at().isAfter(cutoff.at())).orElse(cutoff);
    }
}
