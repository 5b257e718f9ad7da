package io.github.appkeys.admin.usage;

import java.util.List;

import io.github.appkeys.admin.access.AdminCall;
import io.github.appkeys.admin.http.ErrorResponses;
import io.github.appkeys.admin.http.ListParameters;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.store.AppKeyStore;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.NoCache;

/** What happened to a pair. */
public final class HistoryResource {

    private final AdminCall call;
    private final Pair pair;

    public HistoryResource(AdminCall call, Pair pair) {
        this.call = call;
        this.pair = pair;
    }

    @GET
    @NoCache
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List what happened to a pair, newest first.")
    public List<HistoryRepresentation> list(@QueryParam("first") String first, @QueryParam("max") String max) {
        call.permissions().requireView();
        return ErrorResponses.translating(() -> call.session().getProvider(AppKeyStore.class).history()
                .list(pair.clientUuid(), ListParameters.first(first), ListParameters.max(max)).stream()
                .map(HistoryRepresentation::of).toList());
    }
}
