import type { Question } from "../api/types";

/** Reads roles, one per line. */
export function rolesOf(text: string): string[] {
  return text.split("\n").map((line) => line.trim()).filter(Boolean);
}

/** Reads a question from the query string, where it survives visiting another page to fix something. */
export function questionOf(search: string): Question {
  const parameters = new URLSearchParams(search);
  const requiredRoles = parameters.getAll("role");
  const address = parameters.get("address");
  const scope = parameters.get("scope");
  return {
    ...(requiredRoles.length === 0 ? {} : { requiredRoles }),
    ...(address === null ? {} : { address }),
    ...(scope === null ? {} : { scope }),
  };
}

/** Writes a question as a query string; empty for an empty question. */
export function searchOf({ requiredRoles = [], address, scope }: Question): string {
  const parameters = new URLSearchParams(requiredRoles.map((role) => ["role", role]));
  if (address !== undefined) {
    parameters.set("address", address);
  }
  if (scope !== undefined) {
    parameters.set("scope", scope);
  }
  return parameters.size === 0 ? "" : `?${parameters.toString()}`;
}
