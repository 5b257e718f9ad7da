package io.github.appkeys.core.power;

import java.util.Set;

/** Which roles are composite, to look into no others. */
public interface CompositeStore {

    /** The ids of all composite roles of a realm. One query. */
    Set<String> composites(String realmId);
}
