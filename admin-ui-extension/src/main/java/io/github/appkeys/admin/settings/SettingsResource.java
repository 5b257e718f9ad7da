package io.github.appkeys.admin.settings;

import java.io.InputStream;

import io.github.appkeys.admin.access.AppKeyPermissions;
import io.github.appkeys.admin.http.ErrorResponses;
import io.github.appkeys.core.exchange.HeaderNames;
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
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** The settings of a realm for app keys. */
public final class SettingsResource {

    private final KeycloakSession session;
    private final SettingsService service;
    private final AppKeyPermissions permissions;
    private final AdminEventBuilder adminEvent;

    public SettingsResource(KeycloakSession session, SettingsService service, AppKeyPermissions permissions,
            AdminEventBuilder adminEvent) {
        this.session = session;
        this.service = service;
        this.permissions = permissions;
        this.adminEvent = adminEvent;
    }

    @GET
    @NoCache
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Get the settings.")
    public SettingsRepresentation get() {
        permissions.requireSettings();
        return SettingsRepresentation.of(service.get(), headerNames());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change the settings, and enable or disable app keys. Fields that are absent stay as they "
            + "are; with the version that GET gave, nobody else's change is lost.")
    public void update(InputStream body) {
        permissions.requireSettings();
        SettingsRepresentation saved = ErrorResponses.translating(() -> save(body));
        adminEvent.operation(OperationType.UPDATE).resourcePath(session.getContext().getUri())
                .representation(saved).success();
    }

    private SettingsRepresentation save(InputStream body) {
        VersionedSettings before = service.get();
        RealmSettings settings = SettingsRepresentation.read(body, before, headerNames());
        return SettingsRepresentation.of(service.save(before, settings), headerNames());
    }

    private static HeaderNames headerNames() {
        return ServerOptions.current().headerNames();
    }
}
