package io.github.appkeys.admin;

import java.io.InputStream;
import java.util.Set;

import io.github.appkeys.admin.http.JsonBody;
import io.github.appkeys.admin.http.JsonObject;
import io.github.appkeys.core.issuance.NewRenewal;
import io.github.appkeys.core.issuance.Overlap;
import io.github.appkeys.core.settings.RealmSettings;

/**
 * What a caller asks for when starting a renewal.
 *
 * @param renewal  the renewal to be started
 * @param delivery how its appToken reaches the integrator
 */
record RenewalRequest(NewRenewal renewal, Delivery delivery) {

    /** Not those of the record: its parts are made of them. */
    private static final Set<String> NAMES = Set.of("overlapSeconds", "expiresAt", "delivery");

    /**
     * Reads a body that may be absent.
     *
     * @param settings the overlap of these applies where the body has none; null in the body is until finished by hand
     * @throws io.github.appkeys.core.InvalidValueException where the overlap is out of bounds
     */
    static RenewalRequest read(InputStream body, RealmSettings settings) {
        JsonObject json = JsonBody.objectOrNone(body, NAMES);
        Delivery delivery = Delivery.read(json);
        Overlap overlap = json.isNull("overlapSeconds") ? Overlap.UNTIL_FINISHED
                : new Overlap(json.wholeNumber("overlapSeconds").orElseGet(settings::defaultOverlapSeconds));
        return new RenewalRequest(new NewRenewal(overlap, json.instant("expiresAt").orElse(null)), delivery);
    }
}
