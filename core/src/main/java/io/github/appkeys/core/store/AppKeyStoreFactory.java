package io.github.appkeys.core.store;

import io.github.appkeys.core.diagnosis.AttemptLog;
import io.github.appkeys.core.exchange.LastUseLog;
import io.github.appkeys.core.passwordgrants.PasswordGrantLog;
import org.keycloak.provider.ProviderFactory;

/** Makes an {@link AppKeyStore} for each session. */
public interface AppKeyStoreFactory extends ProviderFactory<AppKeyStore> {

    /** Where last uses are noted, without a store: no database is involved. */
    LastUseLog lastUses();

    /** Where attempts that failed are noted, without a store: no database is involved. */
    AttemptLog attempts();

    /** Where password grants are counted, without a store: no database is involved. */
    PasswordGrantLog passwordGrants();
}
