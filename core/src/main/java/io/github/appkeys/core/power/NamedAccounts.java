package io.github.appkeys.core.power;

import java.util.Set;

/**
 * The accounts that policies of the realm's admin permissions name, other than role policies. A pair whose service
 * account is among them has power whatever its roles are.
 *
 * @param users      ids of users
 * @param clients    ids of clients
 * @param groups     ids of groups whose members are meant
 * @param groupTrees ids of groups whose members, and those of all groups below, are meant
 */
public record NamedAccounts(Set<String> users, Set<String> clients, Set<String> groups, Set<String> groupTrees) {

    /** Copies the ids. */
    public NamedAccounts {
        users = Set.copyOf(users);
        clients = Set.copyOf(clients);
        groups = Set.copyOf(groups);
        groupTrees = Set.copyOf(groupTrees);
    }

    /**
     * The service account of a pair.
     *
     * @param user   its id; null where it was deleted
     * @param client the id of its client
     * @param groups the ids of the groups that it is a member of. We put it into none; others may
     * @param above  the ids of these groups and of all groups above them
     */
    public record Account(String user, String client, Set<String> groups, Set<String> above) {
    }

    /** Whether a policy names the account, its client or one of its groups. */
    public boolean contain(Account account) {
        return account.user() != null && users.contains(account.user()) || clients.contains(account.client())
                || account.groups().stream().anyMatch(groups::contains)
                || account.above().stream().anyMatch(groupTrees::contains);
    }
}
