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
 * Reads all pairs of a realm, newest first, a page at a time. Each page has its own session and transaction, so memory
 * holds one page and the cursors of a few more for any number of pairs, and no transaction stays open while a slow
 * client receives the file.
 */
final class PairPages {

    /**
     * One page.
     *
     * @param pairs  newest first
     * @param tokens with their hashes, by id; empty where the format does not ask for them
     */
    record Page(List<Pair> pairs, Map<String, ExportedToken> tokens) {
    }

    /** Writes pairs. After an error, {@link #end} is not called, so that the file is recognizably incomplete. */
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

    /** How many cursors are read at once. Such a query is slower, since the database may sort all pairs for it. */
    private static final int CURSORS = 20 * SIZE;

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
        List<PairCursor> cursors = cursors(null);
        while (!cursors.isEmpty()) {
            for (int i = 0; i < cursors.size(); i += SIZE) {
                format.page(read(cursors.subList(i, Math.min(i + SIZE, cursors.size())), format.needsHashes()));
            }
            cursors = cursors.size() < CURSORS ? List.of() : cursors(cursors.get(cursors.size() - 1));
        }
        format.end();
    }

    private List<PairCursor> cursors(PairCursor after) {
        return inTransaction(service -> service.cursorsAfter(filter, after, CURSORS));
    }

    private Page read(List<PairCursor> cursors, boolean hashes) {
        return inTransaction(service -> {
            List<Pair> pairs = service.listByCursors(cursors);
            return new Page(pairs, hashes && !pairs.isEmpty() ? service.kept(pairs) : Map.of());
        });
    }

    private <T> T inTransaction(Function<AppKeyService, T> job) {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions,
                session -> job.apply(new AppKeyService(session, session.realms().getRealm(realmId))));
    }
}
