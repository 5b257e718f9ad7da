package io.github.appkeys.admin.access;

import io.github.appkeys.core.history.Act;
import io.github.appkeys.core.issuance.ClaimLinks;
import io.github.appkeys.core.issuance.Renewals;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.service.pairs.AppKeyService;
import io.github.appkeys.core.service.pairs.Issuance;
import io.github.appkeys.core.store.PairHistory;
import jakarta.ws.rs.core.UriInfo;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/**
 * One call of the admin REST API, shared by its resources.
 *
 * @param session     the session of the call
 * @param realm       the realm that the path names
 * @param permissions what the caller may do there
 * @param adminEvent  makes admin events with our type of resource
 * @param uri         the address of the call
 */
public record AdminCall(KeycloakSession session, RealmModel realm, AppKeyPermissions permissions,
        AdminEventBuilder adminEvent, UriInfo uri) {

    /** The pairs of the realm. */
    public AppKeyService pairs() {
        return new AppKeyService(session, realm);
    }

    /** The renewals of the realm's pairs. */
    public Renewals renewals() {
        return Issuance.renewals(session, realm);
    }

    /** The claim links of the realm's pairs. */
    public ClaimLinks claimLinks() {
        return Issuance.claimLinks(session, realm);
    }

    /**
     * Notes in the history of a pair what the caller did.
     *
     * @param token the appToken that it is about; null for none
     */
    public void note(Pair pair, Act act, Pair.Token token) {
        new PairHistory(session).note(pair.clientUuid(), act, permissions.caller(), token, null);
    }

    /** @param detail see {@link io.github.appkeys.core.history.HistoryEntry#detail} */
    public void note(Pair pair, Act act, String detail) {
        new PairHistory(session).note(pair.clientUuid(), act, permissions.caller(), null, detail);
    }

    /** Sends the admin event of an operation at the path of the call. */
    public void audit(OperationType operation) {
        event(operation).success();
    }

    /** @param representation becomes the JSON of the event; must hold no secret */
    public void audit(OperationType operation, Object representation) {
        event(operation).representation(representation).success();
    }

    /** Sends the admin event of an operation somewhere else: a change that the call brought about. */
    public void auditAt(OperationType operation, String... path) {
        adminEvent.operation(operation).resourcePath(path).success();
    }

    /** @param id the last segment of the new object's path, below the path of the call */
    public void auditCreated(String id, Object representation) {
        adminEvent.operation(OperationType.CREATE).resourcePath(uri, id).representation(representation).success();
    }

    /** The same call in another session: its changes and its events belong to that session's transaction. */
    public AdminCall in(KeycloakSession other) {
        return new AdminCall(other, other.realms().getRealm(realm.getId()), permissions.in(other),
                adminEvent.clone(other), uri);
    }

    private AdminEventBuilder event(OperationType operation) {
        return adminEvent.operation(operation).resourcePath(uri);
    }
}
