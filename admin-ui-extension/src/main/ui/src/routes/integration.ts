import type { Integration } from "../api/types";

const LONGEST_LABEL = 255;

/** Reads an integration from the query string; undefined if there is none. */
export function integrationOf(search: string): Integration | undefined {
  const parameters = new URLSearchParams(search);
  const clientId = parameters.get("clientId");
  const username = parameters.get("username");
  return clientId && username ? { clientId, username } : undefined;
}

/** Writes an integration and other parameters as a query string; empty if there are none. */
export function integrationSearch(integration: Integration | undefined, others: Record<string, string> = {}): string {
  const parameters = new URLSearchParams({ ...others, ...integration });
  return parameters.size === 0 ? "" : `?${parameters.toString()}`;
}

/** A label to propose for the integration's pair. */
export function proposedLabel({ clientId, username }: Integration): string {
  return `${clientId}, ${username}`.slice(0, LONGEST_LABEL);
}
