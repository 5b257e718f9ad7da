import type { Question } from "../api/types";

/** The roles as one types them, one per line. */
export function rolesOf(text: string): string[] {
  return text.split("\n").map((line) => line.trim()).filter(Boolean);
}

/** A question that the address of a page holds, so that it is still there after something was mended elsewhere. */
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

/** The same the other way round; empty for a question about nothing in particular. */
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
