package io.github.appkeys.core.service.tasks;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;

import io.github.appkeys.core.expiry.IdleStore;
import io.github.appkeys.core.expiry.NoticeStore;
import io.github.appkeys.core.store.AppKeyStore;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.ModelIllegalStateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Handles tokens of a realm page by page, until the time is up.
 *
 * @param factory creates a session for each piece of work
 * @param realmId the id of the realm
 * @param end     when the time is up, as a value of {@link System#nanoTime()}
 */
record Sweep(KeycloakSessionFactory factory, String realmId, long end) {

    private static final Logger LOG = Logger.getLogger(Sweep.class);
    private static final int PAGE = 100;

    /** Reads at most {@code max} tokens with an id greater than {@code after}, in the order of their ids. */
    interface Page {
        List<NoticeStore.Token> read(NoticeStore store, String after, int max);
    }

    /** The same, of idle tokens. */
    interface IdlePage {
        List<NoticeStore.Token> read(IdleStore store, String after, int max);
    }

    private interface SessionPage {
        List<NoticeStore.Token> read(KeycloakSession session, String after, int max);
    }

    /**
     * Runs an action for each token. An error with one token does not stop the others.
     *
     * @param action returns false if the rest has to wait for the next run
     * @return false if tokens are left for the next run
     */
    boolean all(Page page, Predicate<NoticeStore.Token> action) {
        return allOf((session, after, max) -> page.read(store(session), after, max), action);
    }

    private boolean allOf(SessionPage page, Predicate<NoticeStore.Token> action) {
        String after = "";
        List<NoticeStore.Token> tokens;
        do {
            String last = after;
            tokens = inRealm((session, realm) -> page.read(session, last, PAGE));
            for (NoticeStore.Token token : tokens) {
                if (System.nanoTime() - end > 0 || !guarded(token, action)) {
                    return false;
                }
                after = token.id();
            }
        } while (tokens.size() == PAGE);
        return true;
    }

    /** What {@link #all} does, for pages of idle tokens. */
    boolean allIdle(IdlePage page, Predicate<NoticeStore.Token> action) {
        return allOf((session, after, max) -> page.read(idleStore(session), after, max), action);
    }

    /** Runs work in a new session and transaction. */
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

    static IdleStore idleStore(KeycloakSession session) {
        return session.getProvider(AppKeyStore.class).idle();
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
