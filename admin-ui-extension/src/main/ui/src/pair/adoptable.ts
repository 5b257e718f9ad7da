import type { ClientRepresentation } from "../api/types";

/** Whether a client can become an API client: a confidential one of OpenID Connect that is none yet. */
export function isAdoptable(client: ClientRepresentation): boolean {
  return !client.publicClient && !client.bearerOnly && client.protocol !== "saml" && client.clientAuthenticatorType !== "app-key";
}
