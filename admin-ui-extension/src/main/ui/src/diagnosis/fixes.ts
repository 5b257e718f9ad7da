import type { Finding, Pair } from "../api/types";
import type { Access } from "../console/access";
import { clientPath, keyPath, linkRolesPath } from "../routes/paths";

export const FIXES = [
  "enablePair",
  "enableAppKeys",
  "linkRoles",
  "renew",
  "tokens",
  "networks",
  "client",
  "clientScopes",
] as const;
/** An action that fixes a finding, offered as a button beside it. */
export type Fix = (typeof FIXES)[number];

/** The action for the code of a finding. Other findings are fixed by the integrator. */
const OF_CODE: Record<string, Fix> = {
  DISABLED: "enablePair",
  NOT_ENABLED: "enableAppKeys",
  FLOW_NOT_READY: "enableAppKeys",
  POLICY_NOT_IN_FORCE: "enableAppKeys",
  NO_ROLE: "linkRoles",
  ROLE_MISSING: "linkRoles",
  EXPIRED: "renew",
  EXPIRING: "renew",
  NO_TOKEN: "renew",
  NEVER_CLAIMED: "tokens",
  CLAIM_PENDING: "tokens",
  REVOKED: "renew",
  IDLE: "renew",
  CLEARTEXT: "renew",
  LEAKED: "renew",
  WRONG_TOKEN: "renew",
  RENEWAL_RUNNING: "tokens",
  ADDRESS_NOT_ALLOWED: "networks",
  AUTHENTICATOR_CHANGED: "client",
  SERVICE_ACCOUNT_BROKEN: "client",
  SCOPE_DROPS_ROLES: "clientScopes",
  ROLE_NOT_HELD: "clientScopes",
  SCOPE_UNKNOWN: "clientScopes",
};

const NEEDS: Record<Fix, keyof Access> = {
  enablePair: "manage",
  enableAppKeys: "settings",
  linkRoles: "manage",
  renew: "renew",
  tokens: "renew",
  networks: "manage",
  client: "manageClients",
  clientScopes: "manageClients",
};

function byCode(code: string, pair: Pair | undefined): Fix | undefined {
  // linking a role recreates a missing service account; a disabled one has to be enabled on the client's page
  if (code === "SERVICE_ACCOUNT_BROKEN" && pair?.serviceAccountUserId === null) {
    return "linkRoles";
  }
  return Object.hasOwn(OF_CODE, code) ? OF_CODE[code] : undefined;
}

/**
 * The action that this administrator can take for a finding; undefined if there is none.
 *
 * @param pair the pair that was checked; undefined if none was found
 */
export function fixOf({ code, severity }: Finding, pair: Pair | undefined, access: Access): Fix | undefined {
  const fix = severity === "OK" ? undefined : byCode(code, pair);
  if (fix === undefined || !access[NEEDS[fix]] || (pair === undefined && fix !== "enableAppKeys")) {
    return undefined;
  }
  return fix;
}

/** The path of the page for an action; undefined if the button does it directly. */
export function fixPath(fix: Fix, realm: string, pair: Pair): string | undefined {
  switch (fix) {
    case "linkRoles":
      return linkRolesPath(realm, pair.appKey);
    case "renew":
    case "tokens":
      return keyPath(realm, pair.appKey, "tokens");
    case "networks":
      return keyPath(realm, pair.appKey, "settings");
    case "client":
      return clientPath(realm, pair, "settings");
    case "clientScopes":
      return clientPath(realm, pair, "clientScopes/setup");
    default:
      return undefined;
  }
}
