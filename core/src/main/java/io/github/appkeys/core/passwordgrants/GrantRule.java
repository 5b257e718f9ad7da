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
     * @param lifeline  whether administrators may depend on it to undo all this ({@code admin-cli} of the
     *                  administration realm), so that it is meant by name only
     */
    public record Asker(String clientId, boolean apiClient, boolean lifeline) {
    }

    /** What becomes of a password grant at a moment. */
    public GrantRuling judge(Asker asker, Instant now) {
        if (asker.apiClient()) {
            return GrantRuling.apiClient();
        }
        return end(asker).map(end -> new GrantRuling(
                end.isReached(now) ? GrantRuling.Outcome.ENDED : GrantRuling.Outcome.DEPRECATED, end,
                ownDocumentation != null ? ownDocumentation : grants.documentationUrl())).orElse(GrantRuling.allowed());
    }

    private Optional<Cutoff> end(Asker asker) {
        boolean named = grants.clients().contains(asker.clientId());
        if (asker.lifeline() && !named) {
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
        return meant ? Optional.ofNullable(grants.cutoff()).map(cutoff -> later(asker, cutoff)) : Optional.empty();
    }

    private Cutoff later(Asker asker, Cutoff cutoff) {
        return grants.exception(asker.clientId()).map(GrantException::until)
                .filter(until -> until.at().isAfter(cutoff.at())).orElse(cutoff);
    }
}
