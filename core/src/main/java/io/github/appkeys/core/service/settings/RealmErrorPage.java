package io.github.appkeys.core.service.settings;

import java.util.Optional;

import io.github.appkeys.core.reason.ErrorPage;
import org.keycloak.models.RealmModel;

/** The page to which a realm's refusals point. */
public final class RealmErrorPage {

    /** The attribute of the realm that keeps its address. */
    public static final String ATTRIBUTE = "appKeys.documentationUrl";

    private RealmErrorPage() {
    }

    /** Empty where the realm names none. Never throws: an invalid value counts as not set. */
    public static Optional<ErrorPage> of(RealmModel realm) {
        return ErrorPage.of(realm.getAttribute(ATTRIBUTE));
    }
}
