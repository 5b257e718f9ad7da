import type { Integration } from "../api/types";

const LONGEST_LABEL = 255;

/** The integration that an address of our pages is about; undefined where it is about none. */
export function integrationOf(search: string): Integration | undefined {
  const parameters = new URLSearchParams(search);
  const clientId = parameters.get("clientId");
  const username = parameters.get("username");
  return clientId && username ? { clientId, username } : undefined;
}

/** The same the other way round; empty for none. */
export function integrationSearch(integration: Integration | undefined, others: Record<string, string> = {}): string {
  const parameters = new URLSearchParams({ ...others, ...integration });
  return parameters.size === 0 ? "" : `?${parameters.toString()}`;
}

/** What its pair could be called. */
export function proposedLabel({ clientId, username }: Integration): string {
  return `${clientId}, ${username}`.slice(0, LONGEST_LABEL);
}
