package io.github.appkeys.admin.transfer;

import java.io.IOException;
import java.io.OutputStream;

import io.github.appkeys.admin.access.AdminCall;
import io.github.appkeys.admin.access.Filtered;
import io.github.appkeys.admin.access.PairParameters;
import io.github.appkeys.admin.http.Downloads;
import io.github.appkeys.admin.http.ErrorResponses;
import io.github.appkeys.admin.http.ListParameters;
import io.github.appkeys.core.pair.PairFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** All pairs of a realm as a file, which is written while the pairs are read. */
public final class ExportResource {

    private final AdminCall call;

    public ExportResource(AdminCall call) {
        this.call = call;
    }

    @GET
    @Filtered
    @Produces(Downloads.CSV)
    @Operation(summary = "Export an inventory without secrets, for spreadsheets.")
    public Response inventory(@QueryParam("separator") String separator) {
        call.permissions().requireView();
        char between = ListParameters.separator(separator);
        return answer("csv", Downloads.CSV + ";charset=UTF-8",
                out -> new PairCsv(out, between));
    }

    /** {@code qs=0.5}: CSV wins when the {@code Accept} header allows both, as that of browsers and curl does. */
    @GET
    @Filtered
    @Produces(MediaType.APPLICATION_JSON + ";qs=0.5")
    @Operation(summary = "Export pairs with the hashes of their appTokens, for another realm or server.")
    public Response archive() {
        call.permissions().requireMove();
        String name = call.realm().getName();
        return answer("json", MediaType.APPLICATION_JSON,
                out -> new PairArchive(out, name));
    }

    private Response answer(String extension, String type, Opener format) {
        PairFilter filter = ErrorResponses.translating(() -> PairParameters.filter(call));
        long total = ErrorResponses.translating(() -> call.pairs().count(filter));
        PairPages pages = new PairPages(call.session(), call.realm(), filter);
        return Downloads.of(output(pages, format), type, "app-keys", extension, total).build();
    }

    /** Ends the transaction of the request before writing starts, since each page has its own. */
    private StreamingOutput output(PairPages pages, Opener format) {
        return out -> {
            call.session().getTransactionManager().commit();
            pages.write(format.open(out));
        };
    }

    private interface Opener {

        PairPages.Format open(OutputStream out) throws IOException;
    }
}
