package io.github.appkeys.admin.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.appkeys.admin.http.ErrorResponses;
import io.github.appkeys.admin.http.ListParameters;
import io.github.appkeys.core.pair.PairFilter;
import io.github.appkeys.core.pair.PairOrder;
import io.github.appkeys.core.pair.PairStatus;
import io.github.appkeys.core.pair.RoleRef;
import io.github.appkeys.core.service.pairs.Roles;
import io.github.appkeys.core.store.KeycloakClock;
import jakarta.ws.rs.core.MultivaluedMap;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/** Reads which pairs a call is about, and in which order, from the query of its address. */
public final class PairParameters {

    /** The parameters that say which pairs; all of them hold at once. */
    public static final Set<String> FILTER = Set.of("search", "status", "expiresWithinDays", "unusedDays", "neverUsed",
            "claim", "renewal", "role", "contact");

    /** The most days of {@code expiresWithinDays} and {@code unusedDays}: ten years. */
    public static final int MAX_DAYS = 3650;

    /** A clientId and the name of a role, with what separates them. */
    private static final int MAX_ROLE = 511;

    private final MultivaluedMap<String, String> query;

    PairParameters(MultivaluedMap<String, String> query) {
        this.query = query;
    }

    /**
     * The filter of a call. Absent and empty parameters filter nothing.
     *
     * @throws org.keycloak.services.ErrorResponseException 400, where a value is none that there is
     */
    public static PairFilter filter(AdminCall call) {
        return new PairParameters(call.uri().getQueryParameters()).filter(call.realm(), KeycloakClock.now());
    }

    /**
     * An order. Newest first where nothing is said; where only the field is, the smallest comes first.
     *
     * @throws org.keycloak.services.ErrorResponseException 400, where a value is none that there is
     */
    public static PairOrder order(String sort, String order) {
        boolean sorted = sort != null && !sort.isEmpty();
        PairOrder.Field field = !sorted ? PairOrder.Field.CREATED_AT : PairOrder.Field.of(sort)
                .orElseThrow(() -> oneOf("sort", Arrays.stream(PairOrder.Field.values())
                        .map(PairOrder.Field::text).toList()));
        if (order == null || order.isEmpty()) {
            return new PairOrder(field, !sorted);
        }
        if (!order.equals("asc") && !order.equals("desc")) {
            throw oneOf("order", List.of("asc", "desc"));
        }
        return new PairOrder(field, order.equals("desc"));
    }

    PairFilter filter(RealmModel realm, Instant now) {
        return new PairFilter(ListParameters.search(text("search")),
                constant("status", PairStatus.values()),
                days("expiresWithinDays").map(now::plus).orElse(null),
                days("unusedDays").map(now::minus).orElse(null),
                ListParameters.flag("neverUsed", text("neverUsed")),
                constant("claim", PairFilter.ClaimLink.values()),
                ListParameters.flag("renewal", text("renewal")),
                role(realm),
                contact(),
                now);
    }

    /** Null if absent. */
    private String text(String name) {
        List<String> values = query.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw ErrorResponses.badRequest(name + " can be given once only");
        }
        return values.isEmpty() ? null : values.get(0);
    }

    private <E extends Enum<E>> E constant(String name, E[] values) {
        String text = text(name);
        return text == null || text.isEmpty() ? null : Arrays.stream(values)
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElseThrow(() -> oneOf(name, Arrays.asList(values)));
    }

    private Optional<Duration> days(String name) {
        String text = text(name);
        return text == null || text.isEmpty() ? Optional.empty()
                : Optional.of(Duration.ofDays(ListParameters.number(name, text, 1, MAX_DAYS)));
    }

    /** A text may mean several roles, since clientIds and names may both contain colons. */
    private Set<String> role(RealmModel realm) {
        String text = printable("role", MAX_ROLE);
        if (text == null) {
            return null;
        }
        Set<String> ids = RoleRef.meantBy(text).map(ref -> Roles.find(realm, ref)).flatMap(Optional::stream)
                .map(RoleModel::getId).collect(Collectors.toSet());
        if (ids.isEmpty()) {
            throw ErrorResponses.badRequest("role must name a role of this realm, as client:name or name");
        }
        return ids;
    }

    private String contact() {
        return printable("contact", ListParameters.MAX_SEARCH_LENGTH);
    }

    private String printable(String name, int max) {
        String text = text(name);
        if (text != null && (text.length() > max || text.chars().anyMatch(Character::isISOControl))) {
            throw ErrorResponses.badRequest(name + " must be a printable text of at most " + max + " characters");
        }
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static RuntimeException oneOf(String name, List<?> values) {
        return ErrorResponses.badRequest(name + " must be one of " + values);
    }
}
