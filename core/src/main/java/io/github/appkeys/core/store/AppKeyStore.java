package io.github.appkeys.core.store;

import io.github.appkeys.core.diagnosis.DiagnosisStore;
import io.github.appkeys.core.exchange.CredentialsStore;
import io.github.appkeys.core.expiry.IdleStore;
import io.github.appkeys.core.expiry.NoticeStore;
import io.github.appkeys.core.history.HistoryStore;
import io.github.appkeys.core.issuance.ClaimStore;
import io.github.appkeys.core.leaks.AlarmStore;
import io.github.appkeys.core.mappers.MapperStore;
import io.github.appkeys.core.pair.PairStore;
import io.github.appkeys.core.pair.TokenStore;
import io.github.appkeys.core.passwordgrants.PasswordGrantStore;
import io.github.appkeys.core.power.CompositeStore;
import io.github.appkeys.core.settings.SettingsStore;
import io.github.appkeys.core.usage.UsageStore;
import org.keycloak.provider.Provider;

/** Gives a session the ports of all subjects. They work in its transaction. */
public interface AppKeyStore extends Provider {

    /** The pairs. */
    PairStore pairs();

    /** The tokens of the pairs. */
    TokenStore tokens();

    /** What the exchange reads. */
    CredentialsStore credentials();

    /** The claim links of the pairs. */
    ClaimStore claims();

    /** Which tokens expire, and which notices were sent. */
    NoticeStore notices();

    /** Which tokens are idle, and which notices about that were sent. */
    IdleStore idle();

    /** What diagnoses read. */
    DiagnosisStore diagnosis();

    /** How often pairs are exchanged and refused. */
    UsageStore usage();

    /** What happened to the pairs. */
    HistoryStore history();

    /** Observed password grants. */
    PasswordGrantStore passwordGrants();

    /** Which protocol mappers work on the tokens of clients. */
    MapperStore mappers();

    /** Which roles are composite. */
    CompositeStore composites();

    /** What a realm's settings are kept in. */
    SettingsStore settings();

    /** What was seen of appTokens that should not be. */
    AlarmStore alarms();

    /** The events that Keycloak has stored in this session. */
    StoredEvents events();

    /** Prepares the transaction for adding very many pairs: without it, each further pair takes longer. */
    void prepareBulkInsert();

    /**
     * Writes all changes of the session to the database, without ending the transaction, and releases the entities from
     * memory. For adding many pairs in one transaction.
     */
    void flushAndClear();
}
