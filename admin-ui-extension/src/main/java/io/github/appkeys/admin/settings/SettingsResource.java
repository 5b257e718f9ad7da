package io.github.appkeys.admin.settings;

import java.io.InputStream;

import io.github.appkeys.admin.access.AdminCall;
import io.github.appkeys.admin.http.ErrorResponses;
import io.github.appkeys.core.service.settings.ServerOptions;
import io.github.appkeys.core.service.settings.SettingsService;
import io.github.appkeys.core.service.settings.VersionedSettings;
import io.github.appkeys.core.settings.RealmSettings;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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
        return SettingsRepresentation.of(service().get(), ServerOptions.current());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change the settings, and enable or disable app keys. Absent fields stay as they are. "
            + "The version that GET returned protects changes that others have made since.")
    public void update(InputStream body) {
        call.permissions().requireSettings();
        SettingsRepresentation saved = ErrorResponses.translating(() -> save(body));
        call.audit(OperationType.UPDATE, saved);
    }

    private SettingsRepresentation save(InputStream body) {
        VersionedSettings before = service().get();
        RealmSettings settings = SettingsRepresentation.read(body, before, ServerOptions.current().headerNames());
        return SettingsRepresentation.of(service().save(before, settings), ServerOptions.current());
    }

    private SettingsService service() {
        return new SettingsService(call.session(), call.realm());
    }
}
