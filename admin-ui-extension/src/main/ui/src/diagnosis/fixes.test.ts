import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Finding, Pair, Severity } from "../api/types";
import { accessOf } from "../console/access";
import { fixOf, fixPath, type Fix } from "./fixes";

const PAIR = { appKey: "erp", clientUuid: "42", serviceAccountUserId: "7" } as Pair;

const access = (...held: string[]) => accessOf((...roles) => roles.every((role) => held.includes(role)));
const EVERYTHING = accessOf(() => true);
const finding = (code: string, severity: Severity = "ERROR"): Finding => ({ code, severity, message: "", fix: null });

const java = path.resolve(import.meta.dirname, "../../../../../../core/src/main/java");
const catalogue = fs
  .readdirSync(java, { recursive: true, encoding: "utf8" })
  .filter((name) => path.basename(name) === "Reason.java")
  .map((name) => fs.readFileSync(path.join(java, name), "utf8"))
  .join("\n");

/** Every reason there is, and who fixes it, from the server's own list. */
const reasons = [...catalogue.matchAll(/^ {4}([A-Z0-9_]+)\(FixedBy\.(\w+)/gm)].map(
  ([, code = "", fixedBy = ""]) => ({ code, fixedBy }),
);

describe("a finding", () => {
  it.each<[string, Fix, string, string | undefined]>([
    ["DISABLED", "enablePair", "manage-app-keys", undefined],
    ["NOT_ENABLED", "enableAppKeys", "manage-app-key-settings", undefined],
    ["FLOW_NOT_READY", "enableAppKeys", "manage-realm", undefined],
    ["POLICY_NOT_IN_FORCE", "enableAppKeys", "manage-realm", undefined],
    ["NO_ROLE", "linkRoles", "manage-app-keys", "/my%20shop/app-keys/key/erp/roles?link=true"],
    ["ROLE_MISSING", "linkRoles", "manage-app-keys", "/my%20shop/app-keys/key/erp/roles?link=true"],
    ["EXPIRED", "renew", "renew-app-tokens", "/my%20shop/app-keys/key/erp/tokens"],
    ["EXPIRING", "renew", "renew-app-tokens", "/my%20shop/app-keys/key/erp/tokens"],
    ["NO_TOKEN", "renew", "renew-app-tokens", "/my%20shop/app-keys/key/erp/tokens"],
    ["NEVER_CLAIMED", "tokens", "renew-app-tokens", "/my%20shop/app-keys/key/erp/tokens"],
    ["CLAIM_PENDING", "tokens", "renew-app-tokens", "/my%20shop/app-keys/key/erp/tokens"],
    ["WRONG_TOKEN", "renew", "renew-app-tokens", "/my%20shop/app-keys/key/erp/tokens"],
    ["RENEWAL_RUNNING", "tokens", "renew-app-tokens", "/my%20shop/app-keys/key/erp/tokens"],
    ["ADDRESS_NOT_ALLOWED", "networks", "manage-app-keys", "/my%20shop/app-keys/key/erp/settings"],
    ["AUTHENTICATOR_CHANGED", "client", "manage-clients", "/my%20shop/clients/42/settings"],
    ["SERVICE_ACCOUNT_BROKEN", "client", "manage-clients", "/my%20shop/clients/42/settings"],
    ["SCOPE_DROPS_ROLES", "clientScopes", "manage-clients", "/my%20shop/clients/42/clientScopes/setup"],
    ["ROLE_NOT_HELD", "clientScopes", "manage-clients", "/my%20shop/clients/42/clientScopes/setup"],
    ["SCOPE_UNKNOWN", "clientScopes", "manage-clients", "/my%20shop/clients/42/clientScopes/setup"],
  ])("%s is fixed by: %s, with the role %s", (code, fix, role, where) => {
    expect(fixOf(finding(code), PAIR, EVERYTHING)).toBe(fix);
    expect(fixOf(finding(code, "WARN"), PAIR, access("view-app-keys", role))).toBe(fix);
    expect(fixOf(finding(code), PAIR, access("view-app-keys"))).toBeUndefined();
    expect(fixPath(fix, "my shop", PAIR)).toBe(where);
  });

  it("that a manager fixes has a button, for every reason of the server", () => {
    expect(reasons.length).toBeGreaterThan(30);
    const byManagers = reasons.filter(({ fixedBy }) => fixedBy === "KEY_MANAGER" || fixedBy === "REALM_MANAGER");
    const without = byManagers.filter(({ code }) => fixOf(finding(code), PAIR, EVERYTHING) === undefined);
    expect(without.map(({ code }) => code).sort()).toEqual(["ORPHAN", "ROLE_UNKNOWN"]);
  });

  it("has no button if all is well, no pair was found, or only a newer server knows it", () => {
    for (const { code } of reasons) {
      expect(fixOf(finding(code, "OK"), PAIR, EVERYTHING)).toBeUndefined();
    }
    expect(fixOf(finding("NO_ROLE"), undefined, EVERYTHING)).toBeUndefined();
    expect(fixOf(finding("NOT_ENABLED"), undefined, EVERYTHING)).toBe("enableAppKeys");
    expect(fixOf(finding("toString"), PAIR, EVERYTHING)).toBeUndefined();
  });

  it("about a missing service account is fixed by linking, which recreates it", () => {
    const without = { ...PAIR, serviceAccountUserId: null };
    expect(fixOf(finding("SERVICE_ACCOUNT_BROKEN"), without, EVERYTHING)).toBe("linkRoles");
    expect(fixOf(finding("SERVICE_ACCOUNT_BROKEN"), without, access("manage-clients"))).toBeUndefined();
  });
});
