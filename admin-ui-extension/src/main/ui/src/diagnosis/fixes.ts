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
/** What can be done about a finding from where it is shown. */
export type Fix = (typeof FIXES)[number];

/** By the code of a finding. What is not here, the integrator mends. */
const OF_CODE: Record<string, Fix> = {
  DISABLED: "enablePair",
  NOT_ENABLED: "enableAppKeys",
  FLOW_NOT_READY: "enableAppKeys",
  NO_ROLE: "linkRoles",
  ROLE_MISSING: "linkRoles",
  EXPIRED: "renew",
  EXPIRING: "renew",
  NO_TOKEN: "renew",
  WRONG_TOKEN: "renew",
  RENEWAL_RUNNING: "tokens",
  ADDRESS_NOT_ALLOWED: "networks",
  AUTHENTICATOR_CHANGED: "client",
  SERVICE_ACCOUNT_BROKEN: "client",
  SCOPE_DROPS_ROLES: "clientScopes",
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
  // linking brings back a service account that is gone; one that is switched off is Keycloak's own matter
  if (code === "SERVICE_ACCOUNT_BROKEN" && pair?.serviceAccountUserId === null) {
    return "linkRoles";
  }
  return Object.hasOwn(OF_CODE, code) ? OF_CODE[code] : undefined;
}

/**
 * What this administrator can do about a finding; undefined for nothing.
 *
 * @param pair that the finding is about; undefined where none was found
 */
export function fixOf({ code, severity }: Finding, pair: Pair | undefined, access: Access): Fix | undefined {
  const fix = severity === "OK" ? undefined : byCode(code, pair);
  if (fix === undefined || !access[NEEDS[fix]] || (pair === undefined && fix !== "enableAppKeys")) {
    return undefined;
  }
  return fix;
}

/** Where it is done; undefined for what is done on the spot. */
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
