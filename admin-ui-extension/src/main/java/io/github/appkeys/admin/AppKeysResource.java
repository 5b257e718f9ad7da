package io.github.appkeys.admin;

import java.io.InputStream;
import java.net.URI;
import java.util.List;

import io.github.appkeys.admin.access.AdminCall;
import io.github.appkeys.admin.access.Filtered;
import io.github.appkeys.admin.access.PairParameters;
import io.github.appkeys.admin.diagnosis.DiagnosisResource;
import io.github.appkeys.admin.http.ErrorResponses;
import io.github.appkeys.admin.http.ListParameters;
import io.github.appkeys.admin.passwordgrants.PasswordGrantsResource;
import io.github.appkeys.admin.settings.SettingsResource;
import io.github.appkeys.admin.transfer.ExportResource;
import io.github.appkeys.admin.transfer.ImportResource;
import io.github.appkeys.admin.usage.UsageResource;
import io.github.appkeys.core.issuance.CreatedPair;
import io.github.appkeys.core.pair.Pair;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.NoCache;

/** The pairs of a realm. */
public final class AppKeysResource {

    private final AdminCall call;

    AppKeysResource(AdminCall call) {
        this.call = call;
    }

    /**
     * @param location {@code false} omits the Location header. With that header, {@code kcadm.sh create -o} requests
     *                 that address and prints its response, which has no appToken, instead of this one
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Create a pair. The answer is the only one that holds its appToken, or the link to it.")
    public Response create(InputStream body, @QueryParam("location") String location) {
        call.permissions().requireManage();
        PairRequest request = ErrorResponses.translating(() -> PairInput.read(body));
        CreatedPair created = ErrorResponses.translating(() -> request.create(call));
        PairRepresentation pair = PairRepresentation.of(created.pair());
        request.note(call, created.pair());
        call.auditCreated(pair.appKey(), pair);
        URI uri = call.uri().getAbsolutePathBuilder().path(pair.appKey()).build();
        return CreatedPairRepresentation.of(pair, created, call.session()).toResponse()
                .location("false".equals(location) ? null : uri).build();
    }

    @GET
    @NoCache
    @Filtered
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List pairs, newest first or in another order.")
    public List<ListedPairRepresentation> list(@QueryParam("sort") String sort, @QueryParam("order") String order,
            @QueryParam("first") String first, @QueryParam("max") String max) {
        call.permissions().requireView();
        List<Pair> pairs = ErrorResponses.translating(() -> call.pairs().list(PairParameters.filter(call),
                PairParameters.order(sort, order), ListParameters.first(first), ListParameters.max(max)));
        return ListedPairRepresentation.of(call, pairs);
    }

    @GET
    @NoCache
    @Filtered
    @Path("count")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Count pairs.")
    public long count() {
        call.permissions().requireView();
        return ErrorResponses.translating(() -> call.pairs().count(PairParameters.filter(call)));
    }

    /** How often the pairs are exchanged and refused. */
    @Path("usage")
    public UsageResource usage() {
        return UsageResource.ofRealm(call);
    }

    /** The settings of the realm. */
    @Path("settings")
    public SettingsResource settings() {
        return new SettingsResource(call);
    }

    /** The export of all pairs to a file. */
    @Path("export")
    public ExportResource export() {
        return new ExportResource(call);
    }

    /** The import of such a file. */
    @Path("import")
    public ImportResource imports() {
        return new ImportResource(call);
    }

    /** The diagnosis of a pair as an integrator sent it. */
    @Path("diagnosis")
    public DiagnosisResource diagnosis() {
        return DiagnosisResource.ofPasted(call);
    }

    /** The password grants observed in the realm. */
    @Path("password-grants")
    public PasswordGrantsResource passwordGrants() {
        return new PasswordGrantsResource(call);
    }

    /** One pair. Callers who may not see pairs get 403, whether it exists or not. */
    @Path("{appKey}")
    public AppKeyResource pair(@PathParam("appKey") String appKey) {
        call.permissions().requireView();
        Pair pair = ErrorResponses.translating(() -> call.pairs().find(appKey)).orElseThrow(
                () -> ErrorResponses.notFound(DiagnosisResource.service(call).unknown(appKey)));
        return new AppKeyResource(call, pair);
    }
}
