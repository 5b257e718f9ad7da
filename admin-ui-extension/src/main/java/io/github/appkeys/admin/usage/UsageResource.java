package io.github.appkeys.admin.usage;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import io.github.appkeys.admin.access.AdminCall;
import io.github.appkeys.admin.http.ErrorResponses;
import io.github.appkeys.admin.http.ListParameters;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.store.AppKeyStore;
import io.github.appkeys.core.store.KeycloakClock;
import io.github.appkeys.core.usage.UsageDay;
import io.github.appkeys.core.usage.UsageStore;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.NoCache;

/** How often a pair, or all pairs of a realm, are exchanged and refused. */
public final class UsageResource {

    /** How many days are returned if the caller gives none. */
    public static final int DEFAULT_DAYS = 30;

    private final AdminCall call;
    private final Pair pair;

    /** @param pair null for the whole realm */
    private UsageResource(AdminCall call, Pair pair) {
        this.call = call;
        this.pair = pair;
    }

    /** Of all pairs, and of appKeys that do not exist. */
    public static UsageResource ofRealm(AdminCall call) {
        return new UsageResource(call, null);
    }

    public static UsageResource ofPair(AdminCall call, Pair pair) {
        return new UsageResource(call, pair);
    }

    @GET
    @NoCache
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Count exchanges by day.")
    public List<UsageRepresentation> days(@QueryParam("days") String days) {
        call.permissions().requireView();
        return ErrorResponses.translating(() -> {
            int number = days == null || days.isEmpty() ? DEFAULT_DAYS
                    : ListParameters.number("days", days, 1, UsageDay.KEPT);
            LocalDate today = LocalDate.ofInstant(KeycloakClock.now(), ZoneOffset.UTC);
            LocalDate from = today.minusDays(number - 1L);
            UsageStore usage = call.session().getProvider(AppKeyStore.class).usage();
            String realmId = call.realm().getId();
            return (pair == null ? usage.ofRealm(realmId, from, today) : usage.ofPair(realmId, pair, from, today))
                    .stream().map(UsageRepresentation::of).toList();
        });
    }
}
