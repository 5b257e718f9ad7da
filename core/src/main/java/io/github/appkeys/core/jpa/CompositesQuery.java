package io.github.appkeys.core.jpa;

import java.util.HashSet;
import java.util.Set;

import jakarta.persistence.EntityManager;
import org.keycloak.connections.jpa.util.JpaUtils;

/** The composite roles of a realm. By its table, since Keycloak 26.4 has no entity for what a role contains. */
final class CompositesQuery {

    private static final String COMPOSITES = """
            select distinct c.COMPOSITE from %s c
            join %s r on r.ID = c.COMPOSITE
            where r.REALM_ID = ?1
            """;

    private CompositesQuery() {
    }

    @SuppressWarnings("unchecked")
    static Set<String> find(EntityManager entities, String realmId) {
        String sql = COMPOSITES.formatted(JpaUtils.getTableNameForNativeQuery("COMPOSITE_ROLE", entities),
                JpaUtils.getTableNameForNativeQuery("KEYCLOAK_ROLE", entities));
        return new HashSet<>(entities.createNativeQuery(sql, String.class).setParameter(1, realmId).getResultList());
    }
}
