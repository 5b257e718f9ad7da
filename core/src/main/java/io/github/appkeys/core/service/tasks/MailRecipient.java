package io.github.appkeys.core.service.tasks;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.adapter.InMemoryUserAdapter;

/** Stands for whoever reads an e-mail, since Keycloak writes to users only. */
final class MailRecipient extends InMemoryUserAdapter {

    private final String address;

    MailRecipient(KeycloakSession session, RealmModel realm, String address) {
        super(session, realm, "app-key-contact");
        this.address = address;
    }

    /** As it was given: Keycloak's own users have theirs in lower case. */
    @Override
    public String getEmail() {
        return address;
    }
}
