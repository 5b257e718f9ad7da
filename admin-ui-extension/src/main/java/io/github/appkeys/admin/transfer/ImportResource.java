package io.github.appkeys.admin.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

import io.github.appkeys.admin.access.AdminCall;
import io.github.appkeys.admin.http.ErrorResponses;
import io.github.appkeys.admin.http.ListParameters;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.ErrorResponse;

/** Creates or restores the pairs of an export in this realm: all of them or none. */
public final class ImportResource {

    /** Limit of the transaction, many times what a hundred thousand pairs take. */
    private static final Duration LIMIT = Duration.ofHours(2);

    private final AdminCall call;

    public ImportResource(AdminCall call) {
        this.call = call;
    }

    /** @param dryRun {@code true} reports what would happen and changes nothing */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Import pairs that were exported: all of them or none.")
    public ImportReport importPairs(InputStream body, @QueryParam("dryRun") String dryRun) {
        call.permissions().requireMove();
        boolean dry = ListParameters.flag("dryRun", dryRun);
        // the import may take longer than the limit of a request's transaction
        call.session().getTransactionManager().commit();
        try (ImportFile file = ImportFile.of(decoded(body))) {
            return ErrorResponses.translating(() -> inLongTransaction(own -> run(call.in(own), file, dry)));
        }
    }

    /** Compressed with gzip, a hundred thousand pairs fit into the server's default limit for a request body. */
    private InputStream decoded(InputStream body) {
        String encoding = call.session().getContext().getRequestHeaders().getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (encoding == null || encoding.equalsIgnoreCase("identity")) {
            return body;
        }
        if (!encoding.equalsIgnoreCase("gzip")) {
            throw ErrorResponse.error("Content-Encoding must be gzip, if anything",
                    Response.Status.UNSUPPORTED_MEDIA_TYPE);
        }
        try {
            return new GZIPInputStream(body);
        } catch (IOException e) {
            throw ErrorResponses.badRequest("The body is not compressed with gzip");
        }
    }

    private static ImportReport run(AdminCall own, ImportFile file, boolean dryRun) {
        PairImport pairs = new PairImport(file, own);
        ImportReport.Collector rows = pairs.check();
        if (dryRun) {
            return rows.report(true);
        }
        rows.firstRefusal().ifPresent(row -> {
            throw ErrorResponse.error(row.sentence(), row.outcome() == ImportReport.Outcome.ROLE_NOT_ALLOWED
                    ? Response.Status.FORBIDDEN : Response.Status.BAD_REQUEST);
        });
        pairs.apply();
        ImportReport report = rows.report(false);
        own.audit(OperationType.ACTION, new Counts(report.created(), report.restored()));
        return report;
    }

    /** The JSON of the admin event. */
    record Counts(long created, long restored) {
    }

    private <T> T inLongTransaction(Function<KeycloakSession, T> job) {
        KeycloakSessionFactory sessions = call.session().getKeycloakSessionFactory();
        KeycloakModelUtils.setTransactionLimit(sessions, (int) LIMIT.toSeconds());
        try {
            return KeycloakModelUtils.runJobInTransactionWithResult(sessions, call.session().getContext(),
                    job::apply, "Import of app keys");
        } finally {
            KeycloakModelUtils.setTransactionLimit(sessions, 0);
        }
    }
}
