package io.github.appkeys.core.service.diagnosis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.appkeys.core.diagnosis.Finding;
import io.github.appkeys.core.pair.AllowedNetworks;
import io.github.appkeys.core.pair.ApiClient;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserModel;

/** Checks whether the client and the service account of a pair still have the settings that the exchange needs. */
final class ClientChecks {

    private ClientChecks() {
    }

    /**
     * Checks the settings of a client and its service account.
     *
     * @param account    the service account; null if there is none
     * @param disabledAt when the pair was disabled; null if that is not known
     */
    static List<Finding> of(ClientModel client, UserModel account, Instant disabledAt) {
        List<Finding> findings = new ArrayList<>();
        if (!AppKey.isWellFormed(client.getClientId())) {
            findings.add(Finding.error(Occurrence.of(Reason.BAD_CHARACTERS).variant("form").with("half", "appKey")
                    .with("max", AppKey.MAX_LENGTH)));
        }
        findings.add(enabled(client, disabledAt));
        findings.add(authenticator(client));
        findings.add(account(client, account));
        return findings;
    }

    /**
     * Checks the allowed networks of a pair.
     *
     * @param address the address from which the pair is used; null if it is not known
     */
    static Finding network(AllowedNetworks networks, String address) {
        Occurrence occurrence = Occurrence.of(Reason.ADDRESS_NOT_ALLOWED);
        if (networks.blocks().isEmpty()) {
            return Finding.ok(occurrence);
        }
        if (address == null) {
            return Finding.ok(occurrence.variant("networks").with("networks", String.join(", ", networks.blocks())));
        }
        return networks.allow(address) ? Finding.ok(occurrence.variant("address").with("address", address))
                : Finding.error(occurrence.with("address", address));
    }

    private static Finding enabled(ClientModel client, Instant disabledAt) {
        Occurrence occurrence = Occurrence.of(Reason.DISABLED);
        if (client.isEnabled()) {
            return Finding.ok(occurrence);
        }
        return Finding.error(disabledAt == null ? occurrence : occurrence.variant("since").with("since", disabledAt));
    }

    private static Finding authenticator(ClientModel client) {
        Occurrence occurrence = Occurrence.of(Reason.AUTHENTICATOR_CHANGED);
        if (client.isPublicClient()) {
            return Finding.error(occurrence.variant("public"));
        }
        return ApiClient.isAuthenticator(client.getClientAuthenticatorType()) ? Finding.ok(occurrence)
                : Finding.error(occurrence.with("authenticator", client.getClientAuthenticatorType()));
    }

    /** The same conditions as in ClientCredentialsGrantType. */
    private static Finding account(ClientModel client, UserModel account) {
        Occurrence occurrence = Occurrence.of(Reason.SERVICE_ACCOUNT_BROKEN);
        if (!client.isServiceAccountsEnabled()) {
            return Finding.error(occurrence.variant("off"));
        }
        if (account == null) {
            return Finding.error(occurrence);
        }
        return account.isEnabled() ? Finding.ok(occurrence) : Finding.error(occurrence.variant("disabled"));
    }
}
