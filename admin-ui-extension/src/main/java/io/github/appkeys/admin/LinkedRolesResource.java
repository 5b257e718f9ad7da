package io.github.appkeys.admin;

import java.io.InputStream;
import java.util.List;
import java.util.Set;

import io.github.appkeys.admin.access.AppKeyPermissions;
import io.github.appkeys.admin.http.ErrorResponses;
import io.github.appkeys.admin.http.JsonBody;
import io.github.appkeys.admin.http.JsonObject;
import io.github.appkeys.admin.http.ListParameters;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.service.pairs.AppKeyService;
import io.github.appkeys.core.service.pairs.RoleLinks;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.NoCache;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** The roles that are linked to a pair. A call links or unlinks all of its roles or none. */
public final class LinkedRolesResource {

    private static final Set<String> NAMES = Set.of("name", "client");

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AppKeyPermissions permissions;
    private final AdminEventBuilder adminEvent;
    private final Pair pair;

    LinkedRolesResource(KeycloakSession session, RealmModel realm, AppKeyPermissions permissions,
            AdminEventBuilder adminEvent, Pair pair) {
        this.session = session;
        this.realm = realm;
        this.permissions = permissions;
        this.adminEvent = adminEvent;
        this.pair = pair;
    }

    @GET
    @NoCache
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List the linked roles.")
    public List<PairRepresentation.Role> list() {
        permissions.requireView();
        return PairRepresentation.roles(pair);
    }

    @GET
    @Path("available")
    @NoCache
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List the roles that the caller may link, and that are not linked yet.")
    public List<AvailableRole> available(@QueryParam("search") String search, @QueryParam("first") String first,
            @QueryParam("max") String max) {
        permissions.requireManage();
        List<PairRepresentation.Role> linked = PairRepresentation.roles(pair);
        return AvailableRole.search(session, realm, ListParameters.search(search))
                .filter(role -> !linked.contains(PairRepresentation.Role.of(role)) && permissions.mayMap(List.of(role)))
                .skip(ListParameters.first(first)).limit(ListParameters.max(max))
                .map(AvailableRole::of).toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Link roles.")
    public void link(InputStream body) {
        permissions.requireManage();
        List<RoleModel> roles = ErrorResponses.translating(() -> mappable(body));
        ErrorResponses.translating(() -> links().link(roles));
        audit(OperationType.CREATE, roles);
    }

    @DELETE
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Unlink roles.")
    public void unlink(InputStream body) {
        permissions.requireManage();
        List<RoleModel> roles = ErrorResponses.translating(() -> mappable(body));
        ErrorResponses.translating(() -> links().unlink(roles));
        audit(OperationType.DELETE, roles);
    }

    private RoleLinks links() {
        return new RoleLinks(session, new AppKeyService(session, realm).client(pair));
    }

    private List<RoleModel> mappable(InputStream body) {
        List<RoleModel> roles = JsonBody.objects(body, NAMES).stream().map(this::role).toList();
        permissions.requireMap(roles);
        return roles;
    }

    private RoleModel role(JsonObject json) {
        String name = json.text("name").orElseThrow(() -> ErrorResponses.badRequest("name of a role is missing"));
        RoleModel role = json.text("client").map(client -> clientRole(client, name))
                .orElseGet(() -> realm.getRole(name));
        if (role == null) {
            throw ErrorResponses.notFound("There is no such role in this realm");
        }
        return role;
    }

    private RoleModel clientRole(String clientId, String name) {
        ClientModel client = realm.getClientByClientId(clientId);
        if (client == null) {
            throw ErrorResponses.notFound("There is no such client in this realm");
        }
        RoleModel role = client.getRole(name);
        if (role == null) {
            throw ErrorResponses.notFound("The client has no such role");
        }
        return role;
    }

    private void audit(OperationType operation, List<RoleModel> roles) {
        if (!roles.isEmpty()) {
            adminEvent.operation(operation).resourcePath(session.getContext().getUri())
                    .representation(roles.stream().map(PairRepresentation.Role::of).toList()).success();
        }
    }
}
