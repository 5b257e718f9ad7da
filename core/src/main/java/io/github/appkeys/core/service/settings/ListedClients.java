package io.github.appkeys.core.service.settings;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.passwordgrants.GrantExemption;
import io.github.appkeys.core.passwordgrants.PasswordGrants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Sees that the clients that settings list do exist, so that a typing error does not spare or end anybody unseen. */
final class ListedClients {

    private ListedClients() {
    }

    /**
     * Those that were listed before may have been deleted since.
     *
     * @throws InvalidValueException for the first that does not exist; begins with the field
     */
    static void require(KeycloakSession session, RealmModel realm, PasswordGrants before, PasswordGrants grants) {
        Set<String> listed = Stream.concat(before.clients().stream(), excepted(before).stream())
                .collect(Collectors.toSet());
        require(session, realm, listed, grants.clients(), "passwordGrants.clients[%d]");
        require(session, realm, listed, excepted(grants), "passwordGrants.exceptions[%d].clientId");
    }

    private static void require(KeycloakSession session, RealmModel realm, Set<String> listed, List<String> clientIds,
            String field) {
        for (int i = 0; i < clientIds.size(); i++) {
            String clientId = clientIds.get(i);
            if (!listed.contains(clientId) && session.clients().getClientByClientId(realm, clientId) == null) {
                throw new InvalidValueException(field.formatted(i) + " is no client of this realm");
            }
        }
    }

    private static List<String> excepted(PasswordGrants grants) {
        return grants.exceptions().stream().map(GrantExemption::clientId).toList();
    }
}
