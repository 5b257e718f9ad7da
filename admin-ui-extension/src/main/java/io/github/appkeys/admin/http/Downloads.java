package io.github.appkeys.admin.http;

import java.time.LocalDate;
import java.time.ZoneOffset;

import io.github.appkeys.core.store.KeycloakClock;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Responses that browsers save as files, with today's date in the file name. */
public final class Downloads {

    /** The media type of files for spreadsheets. */
    public static final String CSV = "text/csv";

    private static final String TOTAL = "X-Total-Count";

    private Downloads() {
    }

    /**
     * The response, to be completed.
     *
     * @param entity the content of the file
     * @param type   its media type
     * @param name   the beginning of the file name
     * @param total  the number of rows, for the header X-Total-Count
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
