package io.github.appkeys.core.service.diagnosis;

import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/** What the person who asks may know. */
public interface Caller {

    /** Whether he may see the pairs of a realm. */
    boolean mayView(RealmModel realm);

    /** Whether a role is one that he may link. */
    boolean mayLink(RoleModel role);
}
