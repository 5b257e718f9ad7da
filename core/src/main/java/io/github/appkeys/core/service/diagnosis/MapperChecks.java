package io.github.appkeys.core.service.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.github.appkeys.core.diagnosis.Finding;
import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;
import io.github.appkeys.core.service.mappers.MappedRole;
import io.github.appkeys.core.service.mappers.MappedRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

/** Checks whether protocol mappers add to the tokens of a pair what it does not have. */
final class MapperChecks {

    private static final int NAMED = 20;

    private MapperChecks() {
    }

    /**
     * Errors where the exchange is refused for it, and warnings otherwise.
     *
     * @param scope  the value of the request's {@code scope}; null for none
     * @param strict whether the realm is strict about roles
     */
    static List<Finding> of(KeycloakSession session, ClientModel client, String scope, boolean strict) {
        Occurrence occurrence = Occurrence.of(Reason.ROLE_NOT_HELD).with("appKey", client.getClientId());
        MappedRoles mapped = new MappedRoles(session, client);
        String asked = scope == null ? "" : scope;
        List<MappedRole> issued = mapped.with(asked);
        List<MappedRole> others = new ArrayList<>(mapped.possible());
        others.removeAll(issued);
        List<Finding> findings = new ArrayList<>();
        if (mapped.isOfAnotherAccount(asked)) {
            findings.add(finding(occurrence.variant("account"), strict));
        }
        if (!issued.isEmpty()) {
            findings.add(finding(occurrence.variant("roles").with("roles", names(issued)), strict));
        }
        if (!others.isEmpty()) {
            findings.add(Finding.warn(occurrence.variant("scopes").with("roles", names(others))));
        }
        return findings.isEmpty() ? List.of(Finding.ok(occurrence)) : findings;
    }

    private static Finding finding(Occurrence occurrence, boolean strict) {
        return strict ? Finding.error(occurrence) : Finding.warn(occurrence);
    }

    private static String names(List<MappedRole> roles) {
        return roles.stream().limit(NAMED).map(mapped -> mapped.role().text() + " (" + mapped.mapper() + ")")
                .collect(Collectors.joining(", "));
    }
}
