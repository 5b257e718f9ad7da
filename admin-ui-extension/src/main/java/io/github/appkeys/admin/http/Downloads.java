package io.github.appkeys.admin.http;

import java.time.LocalDate;
import java.time.ZoneOffset;

import io.github.appkeys.core.store.KeycloakClock;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** ErrorResponses that browsers save as files, with today's date in their name. */
public final class Downloads {

    /** The media type of files for spreadsheets. */
    public static final String CSV = "text/csv";

    private static final String TOTAL = "X-Total-Count";

    private Downloads() {
    }

    /**
     * An answer to be built.
     *
     * @param entity what is in the file
     * @param type   its media type
     * @param name   what its name begins with
     * @param total  how many rows it has
     */
    public static Response.ResponseBuilder of(Object entity, String type, String name, String extension, long total) {
        return Response.ok(entity, type)
                .header(TOTAL, total)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "-"
                        + LocalDate.ofInstant(KeycloakClock.now(), ZoneOffset.UTC) + "." + extension + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff");
    }
}
