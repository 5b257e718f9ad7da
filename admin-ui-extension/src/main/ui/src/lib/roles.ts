import type { Role } from "../api";

/** A role as the address bar of a row, and people: `client:name`, or `name` for a realm role. */
export function roleText({ name, client }: Role): string {
  return client === null ? name : `${client}:${name}`;
}

export function sameRole(one: Role, other: Role): boolean {
  return one.name === other.name && one.client === other.client;
}
