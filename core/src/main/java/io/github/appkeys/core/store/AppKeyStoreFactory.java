package io.github.appkeys.core.store;

import io.github.appkeys.core.diagnosis.AttemptLog;
import io.github.appkeys.core.exchange.LastUseLog;
import io.github.appkeys.core.passwordgrants.PasswordGrantLog;
import io.github.appkeys.core.usage.UsageLog;
import org.keycloak.provider.ProviderFactory;

/** Makes an {@link AppKeyStore} for each session. */
public interface AppKeyStoreFactory extends ProviderFactory<AppKeyStore> {

    /** Where last uses are noted, without a store: no database is involved. */
    LastUseLog lastUses();

    /** Where attempts that failed are noted, without a store: no database is involved. */
    AttemptLog attempts();

    /** Where exchanges are counted, without a store: no database is involved. */
    UsageLog usage();

    /** Where password grants are counted, without a store: no database is involved. */
    PasswordGrantLog passwordGrants();
}
