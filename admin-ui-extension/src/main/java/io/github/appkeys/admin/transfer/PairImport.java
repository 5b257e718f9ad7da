package io.github.appkeys.admin.transfer;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.admin.access.AdminCall;
import io.github.appkeys.admin.access.ClientPolicyCheck;
import io.github.appkeys.admin.http.ErrorResponses;
import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.pair.AppToken;
import io.github.appkeys.core.service.pairs.ImportedPair;
import io.github.appkeys.core.service.pairs.PairImporter;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RoleModel;
import org.keycloak.services.ErrorResponse;
import org.keycloak.services.ErrorResponseException;

/** Imports a file in the transaction of a session: first all entries are checked, then all pairs are created
 * or restored. */
final class PairImport {

    private final ImportFile file;
    private final PairImporter importer;
    private final ImportRoles roles;
    private final ClientPolicyCheck policies;
    /** The positions of the pairs that are restored. */
    private final Set<Long> orphans = new HashSet<>();

    PairImport(ImportFile file, AdminCall call) {
        this.file = file;
        this.importer = new PairImporter(call.session(), call.realm(), call.permissions().caller());
        this.roles = new ImportRoles(call.realm(), call.permissions());
        this.policies = call.permissions().policyCheck();
    }

    /** Checks all entries and reports the result for each. Changes nothing. */
    ImportReport.Collector check() {
        ImportReport.Collector rows = new ImportReport.Collector();
        Set<String> appKeys = new HashSet<>();
        file.read((position, entry) -> rows.add(check(position, entry, appKeys)));
        return rows;
    }

    /**
     * Creates or restores the pairs of all entries, which must have passed {@link #check}.
     *
     * @throws ErrorResponseException if a client policy refuses one
     */
    void apply() {
        file.read((position, entry) -> {
            ImportedPair pair = ImportInput.pair(entry, file.format());
            List<RoleModel> found = roles.find(pair.roles());
            try {
                if (orphans.contains(position)) {
                    ClientModel orphan = importer.orphan(pair);
                    roles.requireHeld(orphan);
                    policies.checkAdopted(importer.restore(orphan, pair, found));
                } else {
                    policies.checkNew(importer.create(pair, found));
                }
            } catch (ImportRefusal e) {
                throw ErrorResponse.error(refused(position, entry, e.outcome(), e.getMessage()).sentence(),
                        Response.Status.FORBIDDEN);
            } catch (InvalidValueException e) {
                throw ErrorResponses.badRequest(
                        refused(position, entry, ImportReport.Outcome.INVALID, e.getMessage()).sentence());
            }
        });
    }

    private ImportReport.Row check(long position, JsonNode entry, Set<String> appKeys) {
        try {
            ImportedPair pair = ImportInput.pair(entry, file.format());
            // the user names of service accounts are in lower case
            if (!appKeys.add(pair.appKey().value().toLowerCase(Locale.ROOT))) {
                throw new ModelDuplicateException("the appKey comes twice in the file");
            }
            Optional<ClientModel> orphan = importer.check(pair);
            roles.find(pair.roles());
            if (orphan.isPresent()) {
                roles.requireHeld(orphan.get());
                orphans.add(position);
            }
            return new ImportReport.Row(position, pair.appKey().value(),
                    orphan.isPresent() ? ImportReport.Outcome.RESTORE : ImportReport.Outcome.CREATE, null);
        } catch (ImportRefusal e) {
            return refused(position, entry, e.outcome(), e.getMessage());
        } catch (ModelDuplicateException e) {
            return refused(position, entry, ImportReport.Outcome.TAKEN, e.getMessage());
        } catch (InvalidValueException e) {
            return refused(position, entry, ImportReport.Outcome.INVALID, e.getMessage());
        } catch (ErrorResponseException e) {
            return refused(position, entry, ImportReport.Outcome.INVALID, ErrorResponses.message(e));
        }
    }

    /** Quotes the appKey only if it is well-formed: anything else might be a secret in the wrong field. */
    private static ImportReport.Row refused(long position, JsonNode entry, ImportReport.Outcome outcome,
            String message) {
        String appKey = entry.path("appKey").asText();
        boolean nameable = AppKey.isWellFormed(appKey) && !AppToken.looksLikeOne(appKey);
        return new ImportReport.Row(position, nameable ? appKey : null, outcome, message);
    }
}
