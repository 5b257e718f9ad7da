package io.github.appkeys.core.service.diagnosis;

import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/** The permissions of the administrator who asks for a diagnosis. */
public interface Caller {

    /** Whether they may see the pairs of a realm. */
    boolean mayView(RealmModel realm);

    /** Whether they may link a role. */
    boolean mayLink(RoleModel role);
}
