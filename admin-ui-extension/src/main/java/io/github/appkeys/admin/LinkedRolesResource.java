package io.github.appkeys.admin;

import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.appkeys.admin.access.AdminCall;
import io.github.appkeys.admin.http.ErrorResponses;
import io.github.appkeys.admin.http.FieldNames;
import io.github.appkeys.admin.http.JsonBody;
import io.github.appkeys.admin.http.JsonObject;
import io.github.appkeys.admin.http.ListParameters;
import io.github.appkeys.core.history.Act;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.pair.RoleRef;
import io.github.appkeys.core.service.mappers.MappedRoles;
import io.github.appkeys.core.service.pairs.RoleLinks;
import io.github.appkeys.core.service.pairs.Roles;
import io.github.appkeys.core.service.power.ClaimMakers;
import io.github.appkeys.core.store.KeycloakClock;
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
import org.keycloak.models.RoleModel;

/** The roles linked to a pair. A call links or unlinks all roles of its body, or none. */
public final class LinkedRolesResource {

    private static final Set<String> NAMES = FieldNames.of(RoleRef.class);

    private final AdminCall call;
    private final Pair pair;

    LinkedRolesResource(AdminCall call, Pair pair) {
        this.call = call;
        this.pair = pair;
    }

    @GET
    @NoCache
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List the linked roles, and those that only a protocol mapper adds.")
    public List<ListedRole> list() {
        call.permissions().requireView();
        return Stream.concat(pair.roles().stream().map(ListedRole::linked),
                new MappedRoles(call.session(), call.pairs().client(pair)).possible().stream().map(ListedRole::of))
                .toList();
    }

    @GET
    @Path("available")
    @NoCache
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List the roles that the caller may link and that are not linked yet.")
    public List<AvailableRole> available(@QueryParam("search") String search, @QueryParam("first") String first,
            @QueryParam("max") String max) {
        call.permissions().requireManage();
        Set<RoleRef> linked = Set.copyOf(pair.roles());
        return AvailableRole.search(call.session(), call.realm(), ListParameters.search(search))
                .filter(role -> !linked.contains(Roles.ref(role)))
                .filter(call.permissions().mapping())
                .skip(ListParameters.first(first)).limit(ListParameters.max(max))
                .map(AvailableRole::of).toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Link roles.")
    public void link(InputStream body) {
        call.permissions().requireManage();
        if (pair.isDecoy()) {
            throw ErrorResponses.conflict("This pair is a decoy: no role can be linked to it");
        }
        List<RoleModel> roles = ErrorResponses.translating(() -> mappable(body));
        ErrorResponses.translating(() -> links().link(roles));
        withdrawClaimOfAnother();
        audit(OperationType.CREATE, Act.LINKED, roles);
    }

    /** A claim link that was made before must not hand out the roles, unless its maker may. */
    private void withdrawClaimOfAnother() {
        if (pair.hasPendingClaim(KeycloakClock.now())
                && !ClaimMakers.mayHandOut(call.session(), call.realm(), pair)
                && call.claimLinks().withdraw(pair)) {
            call.note(pair, Act.CLAIM_LINK_WITHDRAWN, (Pair.Token) null);
            call.auditAt(OperationType.DELETE, "app-keys", pair.appKey(), "claim-link");
        }
    }

    @DELETE
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Unlink roles.")
    public void unlink(InputStream body) {
        call.permissions().requireManage();
        List<RoleModel> roles = ErrorResponses.translating(() -> mappable(body));
        ErrorResponses.translating(() -> links().unlink(roles));
        audit(OperationType.DELETE, Act.UNLINKED, roles);
    }

    private RoleLinks links() {
        return new RoleLinks(call.session(), call.pairs().client(pair));
    }

    private List<RoleModel> mappable(InputStream body) {
        List<RoleModel> roles = JsonBody.objects(body, NAMES).stream().map(this::role).toList();
        call.permissions().requireMap(roles);
        return roles;
    }

    private RoleModel role(JsonObject json) {
        RoleRef ref = new RoleRef(
                json.text("name").orElseThrow(() -> ErrorResponses.badRequest("name of a role is missing")),
                json.text("client").orElse(null));
        return Roles.find(call.realm(), ref).orElseThrow(() -> ErrorResponses.notFound(missing(ref)));
    }

    private String missing(RoleRef ref) {
        if (ref.client() == null) {
            return "There is no such role in this realm";
        }
        return call.realm().getClientByClientId(ref.client()) == null ? "There is no such client in this realm"
                : "The client has no such role";
    }

    private void audit(OperationType operation, Act act, List<RoleModel> roles) {
        if (!roles.isEmpty()) {
            call.note(pair, act, roles.stream().map(Roles::ref).map(RoleRef::text).collect(Collectors.joining(", ")));
            call.audit(operation, PairRepresentation.roles(roles.stream().map(Roles::ref).toList()));
        }
    }
}
