package io.github.appkeys.admin.passwordgrants;

import java.util.Comparator;
import java.util.List;

import io.github.appkeys.admin.access.AdminCall;
import io.github.appkeys.admin.http.Downloads;
import io.github.appkeys.admin.http.ErrorResponses;
import io.github.appkeys.admin.http.ListParameters;
import io.github.appkeys.core.pair.RoleRef;
import io.github.appkeys.core.passwordgrants.PasswordGrantStore;
import io.github.appkeys.core.passwordgrants.PasswordGrantUse;
import io.github.appkeys.core.service.pairs.Roles;
import io.github.appkeys.core.store.AppKeyStore;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.NoCache;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.RoleUtils;

/** The password grants observed in a realm. */
public final class PasswordGrantsResource {

    /** Header of the file: {@code complete} of the JSON report. */
    private static final String COMPLETE = "X-Complete";

    private final AdminCall call;

    public PasswordGrantsResource(AdminCall call) {
        this.call = call;
    }

    @GET
    @NoCache
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List who still uses password grants, the most recent first.")
    public PasswordGrantReport list(@QueryParam("search") String search, @QueryParam("sort") String sort,
            @QueryParam("first") String first, @QueryParam("max") String max) {
        call.permissions().requireView();
        return ErrorResponses.translating(() -> {
            String text = ListParameters.search(search);
            List<PasswordGrantUse> uses = grants().list(realmId(), text, ListParameters.order(sort),
                    ListParameters.first(first), ListParameters.max(max));
            return new PasswordGrantReport(uses.stream().map(PasswordGrantReport.Row::of).toList(),
                    grants().count(realmId(), text), grants().isComplete(realmId()), PasswordGrantStore.LIMIT);
        });
    }

    /** {@code qs=0.5}: JSON wins when the {@code Accept} header allows both. */
    @GET
    @Produces(Downloads.CSV + ";qs=0.5")
    @Operation(summary = "The same for spreadsheets, on one page.")
    public Response file(@QueryParam("search") String search, @QueryParam("sort") String sort,
            @QueryParam("separator") String separator) {
        call.permissions().requireView();
        char between = ListParameters.separator(separator);
        return ErrorResponses.translating(() -> {
            List<PasswordGrantUse> uses = grants().list(realmId(), ListParameters.search(search),
                    ListParameters.order(sort), 0, PasswordGrantStore.LIMIT);
            return Downloads.of(PasswordGrantReport.csv(uses, between), Downloads.CSV + ";charset=UTF-8",
                    "password-grants", "csv", uses.size()).header(COMPLETE, grants().isComplete(realmId())).build();
        });
    }

    /** The names must be those of a row, so that the answer does not reveal which users exist. */
    @GET
    @NoCache
    @Path("roles")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List the roles that the user of a row has today.")
    public List<PasswordGrantReport.Role> roles(@QueryParam("clientId") String clientId,
            @QueryParam("username") String username) {
        call.permissions().requireManage();
        return ErrorResponses.translating(() -> RoleUtils.getDeepUserRoleMappings(user(clientId, username)).stream()
                .map(this::proposed)
                .sorted(Comparator.comparing(PasswordGrantReport.Role::client,
                        Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(PasswordGrantReport.Role::name))
                .toList());
    }

    private UserModel user(String clientId, String username) {
        if (clientId == null || username == null) {
            throw ErrorResponses.badRequest("clientId and username of a row are needed");
        }
        return grants().find(realmId(), clientId, username)
                .map(use -> call.session().users().getUserById(call.realm(), use.userId()))
                .orElseThrow(() -> ErrorResponses.notFound("No password grant of this client and user is known"));
    }

    private PasswordGrantReport.Role proposed(RoleModel role) {
        RoleRef named = Roles.ref(role);
        return new PasswordGrantReport.Role(named.name(), named.client(), call.permissions().mayMap(List.of(role)));
    }

    private String realmId() {
        return call.realm().getId();
    }

    private PasswordGrantStore grants() {
        return call.session().getProvider(AppKeyStore.class).passwordGrants();
    }
}
