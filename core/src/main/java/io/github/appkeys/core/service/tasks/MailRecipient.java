package io.github.appkeys.core.service.tasks;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.adapter.InMemoryUserAdapter;

/** The contact of a pair as a user in memory, since Keycloak sends e-mails to users only. */
final class MailRecipient extends InMemoryUserAdapter {

    private final String address;

    MailRecipient(KeycloakSession session, RealmModel realm, String address) {
        super(session, realm, "app-key-contact");
        this.address = address;
    }

    /** The address as it was entered, not in lower case as for stored users. */
    @Override
    public String getEmail() {
        return address;
    }
}
