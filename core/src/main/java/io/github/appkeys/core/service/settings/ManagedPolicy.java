package io.github.appkeys.core.service.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.ClientPoliciesRepresentation;
import org.keycloak.representations.idm.ClientPolicyConditionRepresentation;
import org.keycloak.representations.idm.ClientPolicyRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyException;

/** The client policy that has {@link ManagedProfile} hold for all clients of a realm. */
final class ManagedPolicy {

    private static final String ANY_CLIENT = "any-client";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ClientPoliciesRepresentation policies;

    ManagedPolicy(KeycloakSession session, RealmModel realm) throws ClientPolicyException {
        this.session = session;
        this.realm = realm;
        this.policies = session.clientPolicy().getClientPolicies(realm, false);
    }

    /** Adds it, switches it on, and takes back what would make it hold for fewer clients. */
    void keep() throws ClientPolicyException {
        if (!isInForce()) {
            ClientPolicyRepresentation ours = find().orElseGet(this::add);
            ours.setEnabled(true);
            ours.setConditions(List.of(anyClient()));
            ours.setProfiles(Stream.concat(Stream.of(ManagedProfile.NAME), profiles(ours).stream()).distinct()
                    .toList());
            session.clientPolicy().updateClientPolicies(realm, policies);
        }
    }

    /** Whether it is there, switched on, and holds our profile for all clients. */
    boolean isInForce() {
        return find().filter(ours -> Boolean.TRUE.equals(ours.isEnabled())
                && List.of(anyClient()).equals(ours.getConditions())
                && profiles(ours).contains(ManagedProfile.NAME)).isPresent();
    }

    /**
     * Removes it where it has no profile but ours. Takes our profile out of all policies: of ours, too, where
     * administrators added profiles to it.
     */
    void remove() throws ClientPolicyException {
        List<ClientPolicyRepresentation> all = new ArrayList<>(policies.getPolicies());
        boolean changed = all.removeIf(
                policy -> ManagedProfile.NAME.equals(policy.getName()) && others(policy).isEmpty());
        for (ClientPolicyRepresentation policy : all) {
            if (profiles(policy).contains(ManagedProfile.NAME)) {
                policy.setProfiles(others(policy));
                changed = true;
            }
        }
        if (changed) {
            policies.setPolicies(all);
            session.clientPolicy().updateClientPolicies(realm, policies);
        }
    }

    private static List<String> others(ClientPolicyRepresentation policy) {
        return profiles(policy).stream().filter(name -> !ManagedProfile.NAME.equals(name)).toList();
    }

    private static List<String> profiles(ClientPolicyRepresentation policy) {
        return Objects.requireNonNullElse(policy.getProfiles(), List.of());
    }

    private Optional<ClientPolicyRepresentation> find() {
        return policies.getPolicies().stream().filter(policy -> ManagedProfile.NAME.equals(policy.getName()))
                .findFirst();
    }

    private ClientPolicyRepresentation add() {
        ClientPolicyRepresentation policy = new ClientPolicyRepresentation();
        policy.setName(ManagedProfile.NAME);
        policy.setDescription(ManagedProfile.DESCRIPTION);
        List<ClientPolicyRepresentation> all = new ArrayList<>(policies.getPolicies());
        all.add(policy);
        policies.setPolicies(all);
        return policy;
    }

    private static ClientPolicyConditionRepresentation anyClient() {
        ClientPolicyConditionRepresentation condition = new ClientPolicyConditionRepresentation();
        condition.setConditionProviderId(ANY_CLIENT);
        condition.setConfiguration(JsonNodeFactory.instance.objectNode());
        return condition;
    }
}
