package io.github.appkeys.core.service.compat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.keycloak.common.Profile;

/**
 * Client scopes with a parameter, such as {@code order:4711}. The feature is named DYNAMIC_SCOPES in Keycloak 26.4 and
 * 26.5, and PARAMETERIZED_SCOPES since. Can go with 26.5: then by the constant.
 */
public final class ParameterizedScopes {

    private static final List<Profile.Feature> FEATURES = Stream.of(Profile.Feature.values())
            .filter(feature -> Set.of("DYNAMIC_SCOPES", "PARAMETERIZED_SCOPES").contains(feature.name())).toList();

    private ParameterizedScopes() {
    }

    /** Whether this server knows them. They are an experiment, off by default. */
    public static boolean areEnabled() {
        return FEATURES.stream().anyMatch(Profile::isFeatureEnabled);
    }
}
