package io.github.appkeys.admin;

import java.io.InputStream;
import java.net.URI;
import java.util.List;

import io.github.appkeys.admin.access.AppKeyPermissions;
import io.github.appkeys.admin.diagnosis.DiagnosisInput;
import io.github.appkeys.admin.diagnosis.DiagnosisResource;
import io.github.appkeys.admin.http.ErrorResponses;
import io.github.appkeys.admin.http.JsonObject;
import io.github.appkeys.admin.http.ListParameters;
import io.github.appkeys.admin.passwordgrants.PasswordGrantsResource;
import io.github.appkeys.admin.settings.SettingsResource;
import io.github.appkeys.admin.transfer.ExportResource;
import io.github.appkeys.admin.transfer.ImportResource;
import io.github.appkeys.core.issuance.CreatedPair;
import io.github.appkeys.core.pair.ApiClient;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.service.diagnosis.DiagnosisService;
import io.github.appkeys.core.service.pairs.Adoption;
import io.github.appkeys.core.service.pairs.AppKeyService;
import io.github.appkeys.core.service.settings.SettingsService;
import io.github.appkeys.core.store.KeycloakClock;
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
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** The pairs of a realm. */
public final class AppKeysResource {

    /** The type that our admin events have. */
    static final String RESOURCE_TYPE = ApiClient.RESOURCE_TYPE;

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
    @Operation(summary = "Create a pair. The answer is the only one that holds its appToken, or the link to it.")
    public Response create(InputStream body, @QueryParam("location") String location) {
        permissions.requireManage();
        CreatedPair created = ErrorResponses.translating(() -> {
            JsonObject json = PairInput.creation(body);
            return json.text("clientId").map(clientId -> adopt(clientId, json)).orElseGet(() -> create(json));
        });
        PairRepresentation pair = representation(created.pair());
        adminEvent.operation(OperationType.CREATE).resourcePath(session.getContext().getUri(), pair.appKey())
                .representation(pair).success();
        URI uri = session.getContext().getUri().getAbsolutePathBuilder().path(pair.appKey()).build();
        return CreatedPairRepresentation.of(pair, created, session).toResponse()
                .location("false".equals(location) ? null : uri).build();
    }

    private CreatedPair create(JsonObject json) {
        CreatedPair pair = PairInput.isByLink(json)
                ? service.createByLink(PairInput.newPair(json), permissions.caller())
                : service.create(PairInput.newPair(json), permissions.caller());
        permissions.policyCheck(session).checkNew(service.client(pair.pair()));
        return pair;
    }

    private CreatedPair adopt(String clientId, JsonObject json) {
        ClientModel client = permissions.requireAdoptable(session, clientId);
        CreatedPair pair = new Adoption(session, realm).adopt(client, PairInput.adoption(json), permissions.caller());
        permissions.policyCheck(session).checkAdopted(client);
        return pair;
    }

    @GET
    @NoCache
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List pairs, newest first.")
    public List<PairRepresentation> list(@QueryParam("search") String search, @QueryParam("status") String status,
            @QueryParam("first") String first, @QueryParam("max") String max) {
        permissions.requireView();
        List<Pair> pairs = ErrorResponses.translating(() -> service.list(ListParameters.filter(search, status),
                ListParameters.first(first), ListParameters.max(max)));
        return pairs.stream().map(AppKeysResource::representation).toList();
    }

    @GET
    @NoCache
    @Path("count")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Count pairs.")
    public long count(@QueryParam("search") String search, @QueryParam("status") String status) {
        permissions.requireView();
        return ErrorResponses.translating(() -> service.count(ListParameters.filter(search, status)));
    }

    /** The settings of the realm. */
    @Path("settings")
    public SettingsResource settings() {
        return new SettingsResource(session, new SettingsService(session, realm), permissions, adminEvent);
    }

    /** All pairs as a file. */
    @Path("export")
    public ExportResource export() {
        return new ExportResource(session, realm, permissions);
    }

    /** Pairs out of such a file. */
    @Path("import")
    public ImportResource imports() {
        return new ImportResource(session, permissions, adminEvent);
    }

    /** Why a pair that an integrator sent does or doesn't work. */
    @Path("diagnosis")
    public DiagnosisResource diagnosis() {
        return new DiagnosisResource(session, realm, permissions, adminEvent, DiagnosisInput::pasted,
                DiagnosisService::ofPasted);
    }

    /** Who still uses password grants. */
    @Path("password-grants")
    public PasswordGrantsResource passwordGrants() {
        return new PasswordGrantsResource(session, realm, permissions);
    }

    /** One pair. That it does not exist is told only to those who may see pairs. */
    @Path("{appKey}")
    public AppKeyResource pair(@PathParam("appKey") String appKey) {
        permissions.requireView();
        Pair pair = ErrorResponses.translating(() -> service.find(appKey)).orElseThrow(() -> ErrorResponses.notFound(
                new DiagnosisService(session, realm, permissions.diagnosisCaller(session)).unknown(appKey)));
        return new AppKeyResource(session, realm, permissions, adminEvent, pair);
    }

    static PairRepresentation representation(Pair pair) {
        return PairRepresentation.of(pair, KeycloakClock.now());
    }
}
