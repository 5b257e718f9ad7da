package io.github.appkeys.admin.settings;

import java.io.InputStream;
import java.util.List;

import io.github.appkeys.admin.access.AdminCall;
import io.github.appkeys.admin.http.ErrorResponses;
import io.github.appkeys.admin.http.ListParameters;
import io.github.appkeys.core.service.settings.ServerOptions;
import io.github.appkeys.core.service.settings.SettingsService;
import io.github.appkeys.core.service.settings.VersionedSettings;
import io.github.appkeys.core.settings.RealmSettings;
import io.github.appkeys.core.settings.SettingsProblem;
import io.github.appkeys.core.settings.SettingsWarning;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.NoCache;
import org.keycloak.events.admin.OperationType;

/** A realm's settings for app keys. */
public final class SettingsResource {

    private final AdminCall call;

    public SettingsResource(AdminCall call) {
        this.call = call;
    }

    @GET
    @NoCache
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Get the settings.")
    public SettingsRepresentation get() {
        call.permissions().requireSettings();
        SettingsService service = service();
        return SettingsRepresentation.of(service.get(), ServerOptions.current(), service.problems());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change the settings, and enable or disable app keys. Absent fields stay as they are. "
            + "The version that GET returned protects changes that others have made since.")
    public Response update(InputStream body, @QueryParam("keepPolicy") String keepPolicy,
            @QueryParam("dryRun") String dryRun) {
        call.permissions().requireSettings();
        boolean dry = ListParameters.flag("dryRun", dryRun);
        Boolean keep = keepPolicy == null ? null : (Boolean) ListParameters.flag("keepPolicy", keepPolicy);
        return ErrorResponses.translating(() -> save(body, keep, dry));
    }

    /** @param days the number of days, for {@code idleDays} */
    @GET
    @NoCache
    @Path("idle")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Count the appTokens that were not used for a number of days.")
    public IdleTokensRepresentation idle(@QueryParam("days") String days) {
        call.permissions().requireSettings();
        return ErrorResponses.translating(() -> IdleTokensRepresentation.of(call, days));
    }

    @POST
    @Path("repair")
    @NoCache
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Put right what other tools took away since app keys were enabled. Returns what remains.")
    public SettingsProblems repair() {
        call.permissions().requireSettings();
        List<SettingsProblem> remaining = ErrorResponses.translating(() -> service().repair());
        audit(service().get());
        return SettingsProblems.of(remaining);
    }

    private void audit(VersionedSettings settings) {
        call.audit(OperationType.UPDATE, SettingsRepresentation.of(settings, ServerOptions.current(), List.of()));
    }

    private Response save(InputStream body, Boolean keepPolicy, boolean dryRun) {
        SettingsService service = service();
        VersionedSettings before = service.get();
        RealmSettings settings = SettingsRepresentation.read(body, before, ServerOptions.current().headerNames());
        List<SettingsWarning> warnings = service.warnings(before, settings, keepPolicy);
        if (!dryRun) {
            VersionedSettings saved = service.save(before, settings, keepPolicy);
            audit(saved);
        }
        boolean disables = before.settings().enabled() && !settings.enabled();
        return dryRun || disables ? Response.ok(SettingsWarnings.of(warnings)).build()
                : Response.noContent().build();
    }

    private SettingsService service() {
        return new SettingsService(call.session(), call.realm());
    }
}
