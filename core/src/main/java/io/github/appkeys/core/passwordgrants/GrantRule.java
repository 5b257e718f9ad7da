package io.github.appkeys.core.passwordgrants;

import java.time.Instant;
import java.util.Optional;

/**
 * Decides who may still use a password grant, and who is told that it ends.
 *
 * @param grants           what the realm wants
 * @param ownCutoff        an end that a client policy sets by itself, for all clients that it is about; null for none
 * @param ownDocumentation what such a policy wants read instead of the realm's page; null for none
 */
public record GrantRule(PasswordGrants grants, Cutoff ownCutoff, String ownDocumentation) {

    /**
     * Who asks.
     *
     * @param clientId  the client
     * @param apiClient whether it authenticates with a pair, or has one
     * @param lockoutRisk  whether administrators may depend on it to undo all this ({@code admin-cli} of the
     *                  administration realm), so that it is meant by name only
     */
    public record Requester(String clientId, boolean apiClient, boolean lockoutRisk) {
    }

    /** What becomes of a password grant at a moment. */
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
