package io.github.appkeys.core.service.tasks;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;

import io.github.appkeys.core.expiry.NoticeStore;
import io.github.appkeys.core.store.AppKeyStore;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.ModelIllegalStateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Goes through tokens of a realm, page by page, as long as there is time.
 *
 * @param factory opens sessions
 * @param realmId which realm
 * @param end     when time is up, as {@link System#nanoTime()} counts
 */
record Sweep(KeycloakSessionFactory factory, String realmId, long end) {

    private static final Logger LOG = Logger.getLogger(Sweep.class);
    private static final int PAGE = 100;

    /** Reads tokens whose id is greater than that of the last page's last one. */
    interface Page {
        List<NoticeStore.Token> read(NoticeStore store, String after, int max);
    }

    /**
     * Does something with each token. One that fails does not keep the others from theirs.
     *
     * @param action false where the rest should be left for the next run
     * @return false where something is left for the next run
     */
    boolean all(Page page, Predicate<NoticeStore.Token> action) {
        String after = "";
        List<NoticeStore.Token> tokens;
        do {
            String last = after;
            tokens = inRealm((session, realm) -> page.read(store(session), last, PAGE));
            for (NoticeStore.Token token : tokens) {
                if (System.nanoTime() - end > 0 || !guarded(token, action)) {
                    return false;
                }
                after = token.id();
            }
        } while (tokens.size() == PAGE);
        return true;
    }

    /** Does something in a session and transaction of its own. */
    <R> R inRealm(BiFunction<KeycloakSession, RealmModel, R> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            if (realm == null) {
                throw new ModelIllegalStateException("The realm was deleted a moment ago");
            }
            session.getContext().setRealm(realm);
            return work.apply(session, realm);
        });
    }

    static NoticeStore store(KeycloakSession session) {
        return session.getProvider(AppKeyStore.class).notices();
    }

    private static boolean guarded(NoticeStore.Token token, Predicate<NoticeStore.Token> action) {
        try {
            return action.test(token);
        } catch (RuntimeException e) {
            LOG.warnf(e, "A notice about appKey %s failed and is tried again", token.appKey());
            return true;
        }
    }
}
