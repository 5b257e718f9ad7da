package io.github.appkeys.core.jpa;

import java.util.List;

import io.github.appkeys.core.jpa.alarms.AlarmEntity;
import io.github.appkeys.core.jpa.usage.UsageEntity;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Adds our entities and tables to Keycloak's persistence unit. */
final class AppKeyEntityProvider implements JpaEntityProvider {

    @Override
    public List<Class<?>> getEntities() {
        return List.of(PairEntity.class, TokenEntity.class, ClaimEntity.class, AttemptEntity.class,
                PasswordGrantEntity.class, SettingsEntity.class, UsageEntity.class, HistoryEntity.class,
                AlarmEntity.class);
    }

    @Override
    public String getChangelogLocation() {
        return "META-INF/app-keys-changelog.xml";
    }

    @Override
    public String getFactoryId() {
        return AppKeyEntityProviderFactory.ID;
    }

    @Override
    public void close() {
        // nothing to release
    }
}
