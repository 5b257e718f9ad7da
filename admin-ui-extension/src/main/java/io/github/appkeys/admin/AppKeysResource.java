package io.github.appkeys.admin;

import java.io.InputStream;
import java.net.URI;
import java.util.List;

import io.github.appkeys.core.service.AppKeyService;
import io.github.appkeys.core.service.CreatedPair;
import io.github.appkeys.core.service.SettingsService;
import io.github.appkeys.core.store.Pair;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.NoCache;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** The pairs of a realm. */
public final class AppKeysResource {

    /** The type that our admin events have. */
    static final String RESOURCE_TYPE = "APP_KEY";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AppKeyPermissions permissions;
    private final AdminEventBuilder adminEvent;
    private final AppKeyService service;

    AppKeysResource(KeycloakSession session, RealmModel realm, AppKeyPermissions permissions,
            AdminEventBuilder adminEvent) {
        this.session = session;
        this.realm = realm;
        this.permissions = permissions;
        this.adminEvent = adminEvent;
        this.service = new AppKeyService(session, realm);
    }

    /**
     * @param location {@code false} leaves the Location header out: {@code kcadm.sh -o} shows what it finds there
     *                 instead of this answer, and so never an appToken
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Create a pair. The answer is the only one that holds its appToken.")
    public Response create(InputStream body, @QueryParam("location") String location) {
        permissions.requireManage();
        CreatedPair created = Answers.of(() -> {
            CreatedPair pair = service.create(PairInput.newPair(body), permissions.caller());
            permissions.policyCheck(session).check(service.client(pair.pair()));
            return pair;
        });
        PairRepresentation pair = representation(created.pair());
        adminEvent.operation(OperationType.CREATE).resourcePath(session.getContext().getUri(), pair.appKey())
                .representation(pair).success();
        URI uri = session.getContext().getUri().getAbsolutePathBuilder().path(pair.appKey()).build();
        return Response.status(Response.Status.CREATED)
                .location("false".equals(location) ? null : uri)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(CreatedPairRepresentation.of(pair, created.appToken()))
                .build();
    }

    @GET
    @NoCache
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List pairs, newest first.")
    public List<PairRepresentation> list(@QueryParam("search") String search, @QueryParam("status") String status,
            @QueryParam("first") String first, @QueryParam("max") String max) {
        permissions.requireView();
        return Answers.of(() -> service.list(ListParameters.filter(search, status), ListParameters.first(first),
                ListParameters.max(max))).stream().map(AppKeysResource::representation).toList();
    }

    @GET
    @NoCache
    @Path("count")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Count pairs.")
    public long count(@QueryParam("search") String search, @QueryParam("status") String status) {
        permissions.requireView();
        return Answers.of(() -> service.count(ListParameters.filter(search, status)));
    }

    /** The settings of the realm. */
    @Path("settings")
    public SettingsResource settings() {
        return new SettingsResource(session, new SettingsService(session, realm), permissions, adminEvent);
    }

    /** One pair. That it does not exist is told only to those who may see pairs. */
    @Path("{appKey}")
    public AppKeyResource pair(@PathParam("appKey") String appKey) {
        permissions.requireView();
        Pair pair = Answers.of(() -> service.find(appKey)).orElseThrow(
                () -> Answers.notFound("There is no such appKey in this realm"));
        return new AppKeyResource(session, realm, permissions, adminEvent, pair);
    }

    static PairRepresentation representation(Pair pair) {
        return PairRepresentation.of(pair, AppKeyService.now());
    }
}
