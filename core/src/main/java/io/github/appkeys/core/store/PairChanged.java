package io.github.appkeys.core.store;

import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderEvent;

/**
 * Published in the transaction that writes to the rows of a pair, its appTokens or its claim link. Its service account
 * then leaves Keycloak's cache on all nodes when the transaction is committed. Last uses are no such change.
 *
 * @param session    of the transaction
 * @param clientUuid the id of the pair's client
 */
public record PairChanged(KeycloakSession session, String clientUuid) implements ProviderEvent {
}
