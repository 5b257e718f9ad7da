import type { AvailableRole, ProposedRole, Role } from "../api/types";

/** The text form of a role: `client:name`, or `name` for a realm role. */
export function roleText({ name, client }: Role): string {
  return client === null ? name : `${client}:${name}`;
}

export function sameRole(one: Role, other: Role): boolean {
  return one.name === other.name && one.client === other.client;
}

/** The user's roles that are not linked yet and match the search. Roles that may be linked come first. */
export function proposable(roles: ProposedRole[], linked: Role[], search: string): (ProposedRole & AvailableRole)[] {
  const text = search.toLowerCase();
  return roles
    .filter((role) => !linked.some((other) => sameRole(role, other)))
    .filter((role) => roleText(role).toLowerCase().includes(text))
    .map((role) => ({ ...role, description: null }))
    .sort((one, other) => Number(other.mayLink) - Number(one.mayLink));
}
