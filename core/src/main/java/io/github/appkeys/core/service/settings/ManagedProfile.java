package io.github.appkeys.core.service.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.ClientPolicyExecutorRepresentation;
import org.keycloak.representations.idm.ClientProfileRepresentation;
import org.keycloak.representations.idm.ClientProfilesRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;

/** The client profile that a realm with app keys has. */
final class ManagedProfile {

    static final String NAME = "app-keys";
    static final String DESCRIPTION = "Kept by the settings of app keys";

    /** Realms of version 0.1.0 have it not, and need it only where they are strict about roles. */
    private static final String STRICT_ROLES = "app-key-strict-roles";

    /** In the order in which they run, and without a configuration of their own. */
    private static final List<String> EXECUTORS = List.of("app-key-guard", "app-key-password-grant",
            ManagedProfile.STRICT_ROLES);

    private ManagedProfile() {
    }

    /** Those of our executors that this server has; none where its feature client-policies is off. */
    static List<String> executors(KeycloakSession session) {
        return EXECUTORS.stream()
                .filter(executor -> session.getKeycloakSessionFactory()
                        .getProviderFactory(ClientPolicyExecutorProvider.class, executor) != null)
                .toList();
    }

    /** Those of {@link #executors} without which a realm is not as its settings say. */
    static List<String> required(KeycloakSession session, RealmModel realm) {
        boolean strict = RealmSettingsAttributes.strictRoles(realm);
        return executors(session).stream().filter(executor -> strict || !STRICT_ROLES.equals(executor)).toList();
    }

    /** Adds what is missing, in front of the executors that administrators added. */
    static void keep(KeycloakSession session, RealmModel realm, List<String> executors) throws ClientPolicyException {
        ClientProfilesRepresentation profiles = session.clientPolicy().getClientProfiles(realm, false);
        List<ClientProfileRepresentation> all = new ArrayList<>(profiles.getProfiles());
        ClientProfileRepresentation ours = all.stream().filter(profile -> NAME.equals(profile.getName())).findFirst()
                .orElseGet(() -> add(all));
        List<ClientPolicyExecutorRepresentation> others = executors(ours);
        List<ClientPolicyExecutorRepresentation> kept = Stream.concat(
                executors.stream().map(ManagedProfile::executor),
                others.stream().filter(other -> !executors.contains(other.getExecutorProviderId()))).toList();
        if (!kept.equals(others)) {
            ours.setExecutors(kept);
            profiles.setProfiles(all);
            session.clientPolicy().updateClientProfiles(realm, profiles);
        }
    }

    /** Whether it has these executors, as {@link #keep} adds them. */
    static boolean has(KeycloakSession session, RealmModel realm, List<String> executors)
            throws ClientPolicyException {
        return session.clientPolicy().getClientProfiles(realm, false).getProfiles().stream()
                .filter(profile -> NAME.equals(profile.getName()))
                .anyMatch(profile -> executors(profile)
                        .containsAll(executors.stream().map(ManagedProfile::executor).toList()));
    }

    /** Removes our executors from it, and the profile where administrators added none of theirs. */
    static void remove(KeycloakSession session, RealmModel realm) throws ClientPolicyException {
        ClientProfilesRepresentation profiles = session.clientPolicy().getClientProfiles(realm, false);
        List<ClientProfileRepresentation> all = new ArrayList<>(profiles.getProfiles());
        Optional<ClientProfileRepresentation> ours = all.stream()
                .filter(profile -> NAME.equals(profile.getName())).findFirst();
        if (ours.isEmpty()) {
            return;
        }
        List<ClientPolicyExecutorRepresentation> others = executors(ours.get()).stream()
                .filter(executor -> !EXECUTORS.contains(executor.getExecutorProviderId())).toList();
        ours.get().setExecutors(others);
        if (others.isEmpty()) {
            all.remove(ours.get());
        }
        profiles.setProfiles(all);
        session.clientPolicy().updateClientProfiles(realm, profiles);
    }

    /** The names of the other profiles of a realm that have executors of ours. */
    static List<String> othersWithOurExecutors(KeycloakSession session, RealmModel realm)
            throws ClientPolicyException {
        return session.clientPolicy().getClientProfiles(realm, false).getProfiles().stream()
                .filter(profile -> !NAME.equals(profile.getName()))
                .filter(profile -> executors(profile).stream()
                        .anyMatch(executor -> EXECUTORS.contains(executor.getExecutorProviderId())))
                .map(ClientProfileRepresentation::getName)
                .toList();
    }

    private static List<ClientPolicyExecutorRepresentation> executors(ClientProfileRepresentation profile) {
        return Objects.requireNonNullElse(profile.getExecutors(), List.of());
    }

    private static ClientProfileRepresentation add(List<ClientProfileRepresentation> all) {
        ClientProfileRepresentation profile = new ClientProfileRepresentation();
        profile.setName(NAME);
        profile.setDescription(DESCRIPTION);
        all.add(profile);
        return profile;
    }

    private static ClientPolicyExecutorRepresentation executor(String id) {
        ClientPolicyExecutorRepresentation executor = new ClientPolicyExecutorRepresentation();
        executor.setExecutorProviderId(id);
        executor.setConfiguration(JsonNodeFactory.instance.objectNode());
        return executor;
    }
}
