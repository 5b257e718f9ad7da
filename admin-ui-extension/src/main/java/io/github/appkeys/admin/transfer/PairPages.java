package io.github.appkeys.admin.transfer;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.github.appkeys.core.pair.ExportedToken;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.pair.PairCursor;
import io.github.appkeys.core.pair.PairFilter;
import io.github.appkeys.core.service.pairs.AppKeyService;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Reads all pairs of a realm, newest first, a page at a time. Each page has a session and a transaction of its own:
 * however many pairs there are and however slow the reader is, no more than a page is held (and the places of a few
 * more), and no transaction stays open.
 */
final class PairPages {

    /**
     * A few pairs.
     *
     * @param pairs  newest first
     * @param tokens with their hashes, by id; empty where the format does not ask for them
     */
    record Page(List<Pair> pairs, Map<String, ExportedToken> tokens) {
    }

    /** Writes pairs. Where it fails, {@link #end} is not called, so that what was written shows that it is no whole. */
    interface Format {

        void start() throws IOException;

        void page(Page page) throws IOException;

        void end() throws IOException;

        /** Whether the pages need the hashes of the tokens. */
        default boolean needsHashes() {
            return false;
        }
    }

    private static final int SIZE = 500;

    /** How many places are looked up at once: that takes longer, since a database may sort all of them. */
    private static final int PLACES = 20 * SIZE;

    private final KeycloakSessionFactory sessions;
    private final String realmId;
    private final PairFilter filter;

    PairPages(KeycloakSession session, RealmModel realm, PairFilter filter) {
        this.sessions = session.getKeycloakSessionFactory();
        this.realmId = realm.getId();
        this.filter = filter;
    }

    void write(Format format) throws IOException {
        format.start();
        List<PairCursor> places = places(null);
        while (!places.isEmpty()) {
            for (int i = 0; i < places.size(); i += SIZE) {
                format.page(read(places.subList(i, Math.min(i + SIZE, places.size())), format.needsHashes()));
            }
            places = places.size() < PLACES ? List.of() : places(places.get(places.size() - 1));
        }
        format.end();
    }

    private List<PairCursor> places(PairCursor after) {
        return inTransaction(service -> service.cursorsAfter(filter, after, PLACES));
    }

    private Page read(List<PairCursor> places, boolean hashes) {
        return inTransaction(service -> {
            List<Pair> pairs = service.listByCursors(places);
            return new Page(pairs, hashes && !pairs.isEmpty() ? service.kept(pairs) : Map.of());
        });
    }

    private <T> T inTransaction(Function<AppKeyService, T> job) {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions,
                session -> job.apply(new AppKeyService(session, session.realms().getRealm(realmId))));
    }
}
