package io.github.appkeys.authenticator.leaks;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.appkeys.authenticator.CleartextRequest;
import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.leaks.LeakPartner;
import io.github.appkeys.core.leaks.LeakSettings;
import io.github.appkeys.core.leaks.Sighting;
import io.github.appkeys.core.service.settings.LeakAttributes;
import io.github.appkeys.core.service.tasks.AlarmCounters;
import io.github.appkeys.core.service.tasks.AlarmQueue;
import io.github.appkeys.core.store.KeycloakClock;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.OAuth2ErrorRepresentation;

/**
 * Takes reports of leaked appTokens from callers who are not signed in. Each answer depends on the request, the
 * settings of the realm and the number of requests alone, never on what the appTokens are; but a partner that signs its
 * reports is told which are real. What is reported is handled after the answer: see {@link AlarmQueue}.
 */
public final class LeaksResource {

    /** The largest body: 1,000 entries of 500 bytes. */
    static final int MAX_BYTES = 512 * 1024;

    private static final String KEY_ID = "Github-Public-Key-Identifier";
    private static final String SIGNATURE = "Github-Public-Key-Signature";
    /** Keycloak answers 500 in place of a 202 without a media type. */
    private static final Map<String, String> NOTHING_TO_TELL = Map.of();
    private static final int TOO_MANY_REQUESTS = 429;
    private static final String RETRY_SECONDS = "1";

    /** For all callers of this node together. */
    private static final RateLimit REPORTS = new RateLimit(20, 1, System::nanoTime);
    /** For callers that name the key of a partner: so that others cannot keep its reports out. */
    private static final RateLimit SIGNED_REPORTS = new RateLimit(100, 20, System::nanoTime);

    private final KeycloakSession session;
    private final RealmModel realm;

    public LeaksResource(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /** Reads a report of any media type. */
    @POST
    public Response report(InputStream body) {
        LeakSettings settings = LeakAttributes.read(realm);
        if (!settings.reports()) {
            return error(Status.NOT_FOUND.getStatusCode(), "not_found", "This realm takes no reports of leaks").build();
        }
        if (CleartextRequest.isOne(session)) {
            return error(Status.FORBIDDEN.getStatusCode(), "invalid_request", "HTTPS required").build();
        }
        Optional<LeakPartner> named = settings.partner(header(KEY_ID));
        if (!(named.isPresent() ? SIGNED_REPORTS : REPORTS).take()) {
            return tooMany();
        }
        try {
            byte[] bytes = read(body);
            Optional<LeakPartner> partner = named.filter(each -> each.signed(bytes, header(SIGNATURE)));
            if (named.isPresent() && partner.isEmpty() && !REPORTS.take()) {
                return tooMany();
            }
            List<LeakReport> reports = LeakReport.read(bytes);
            pass(reports, partner);
            return partner.map(each -> Response.ok(PartnerAnswer.of(session, each, reports)))
                    .orElseGet(() -> Response.accepted(NOTHING_TO_TELL))
                    .type(MediaType.APPLICATION_JSON_TYPE).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
        } catch (InvalidValueException e) {
            return error(Status.BAD_REQUEST.getStatusCode(), "invalid_request", e.getMessage()).build();
        } catch (IOException e) {
            return error(Status.BAD_REQUEST.getStatusCode(), "invalid_request", "The body could not be read").build();
        }
    }

    private static Response tooMany() {
        return error(TOO_MANY_REQUESTS, "slow_down", "Too many reports. Try again later")
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS).build();
    }

    private void pass(List<LeakReport> reports, Optional<LeakPartner> partner) {
        Instant now = KeycloakClock.now();
        List<Sighting> sightings = reports.stream()
                .flatMap(report -> report.token().stream()
                        .map(token -> Sighting.leaked(token, now, report.url(),
                                partner.map(LeakPartner::name).orElse(null))))
                .toList();
        AlarmCounters.count(AlarmCounters.Outcome.NOT_OURS, reports.size() - sightings.size());
        AlarmQueue.add(session, sightings);
    }

    private String header(String name) {
        return session.getContext().getRequestHeaders().getHeaderString(name);
    }

    private static byte[] read(InputStream body) throws IOException {
        byte[] bytes = body == null ? new byte[0] : body.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new InvalidValueException("The body has more than " + MAX_BYTES + " bytes");
        }
        return bytes;
    }

    private static Response.ResponseBuilder error(int status, String code, String description) {
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new OAuth2ErrorRepresentation(code, description));
    }
}
