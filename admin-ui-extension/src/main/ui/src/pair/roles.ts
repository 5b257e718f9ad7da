import type { AvailableRole, ProposedRole, Role } from "../api/types";

/** A role as the address bar of a row, and people: `client:name`, or `name` for a realm role. */
export function roleText({ name, client }: Role): string {
  return client === null ? name : `${client}:${name}`;
}

export function sameRole(one: Role, other: Role): boolean {
  return one.name === other.name && one.client === other.client;
}

/** Of the roles that somebody has, those that are not linked yet and fit the search, those that may be linked first. */
export function proposable(roles: ProposedRole[], linked: Role[], search: string): (ProposedRole & AvailableRole)[] {
  const text = search.toLowerCase();
  return roles
    .filter((role) => !linked.some((other) => sameRole(role, other)))
    .filter((role) => roleText(role).toLowerCase().includes(text))
    .map((role) => ({ ...role, description: null }))
    .sort((one, other) => Number(other.mayLink) - Number(one.mayLink));
}
