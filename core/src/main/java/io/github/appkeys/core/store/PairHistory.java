package io.github.appkeys.core.store;

import io.github.appkeys.core.history.Act;
import io.github.appkeys.core.history.HistoryEntry;
import io.github.appkeys.core.pair.Pair;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Notes what happens to pairs, in the transaction of the session. */
public final class PairHistory {

    private final KeycloakSession session;

    public PairHistory(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Notes what the caller of the admin REST API does; {@value HistoryEntry#SYSTEM} where the session has no caller.
     *
     * @param token the appToken that it is about; null for none
     */
    public void note(String clientUuid, Act act, Pair.Token token) {
        note(clientUuid, act, caller(), token, null);
    }

    /**
     * Notes what a user does.
     *
     * @param by     the name of the user
     * @param token  the appToken that it is about; null for none
     * @param detail see {@link HistoryEntry#detail}
     */
    public void note(String clientUuid, Act act, String by, Pair.Token token, String detail) {
        session.getProvider(AppKeyStore.class).history().add(clientUuid, new HistoryEntry(KeycloakClock.now(), by, act,
                token == null ? null : token.id(), token == null || !token.hasHint() ? null : token.hint(), detail));
    }

    /**
     * Notes something about an appToken of which the id alone is known.
     *
     * @param by     the name of the user
     * @param detail see {@link HistoryEntry#detail}
     */
    public void noteOfToken(String clientUuid, Act act, String by, String tokenId, String detail) {
        session.getProvider(AppKeyStore.class).history().add(clientUuid,
                new HistoryEntry(KeycloakClock.now(), by, act, tokenId, null, detail));
    }

    /** Each session of the admin REST API has the verified token of its caller. */
    private String caller() {
        UserModel user = session.getContext().getUser();
        return user == null ? HistoryEntry.SYSTEM : user.getUsername();
    }
}
