import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Diagnosis, Finding, Pair, Severity } from "../src/api/types";
import { accessOf } from "../src/console/access";
import { fixOf, fixPath, type Fix } from "../src/diagnosis/fixes";
import { outcomeOf } from "../src/diagnosis/outcome";
import { halvesOf, pasteOf } from "../src/diagnosis/pasted";
import { diagnosisPath, routeOf } from "../src/routes/paths";
import { questionOf, rolesOf, searchOf } from "../src/routes/question";

const PAIR = { appKey: "erp", clientUuid: "42", serviceAccountUserId: "7" } as Pair;

const access = (...held: string[]) => accessOf((...roles) => roles.every((role) => held.includes(role)));
const EVERYTHING = accessOf(() => true);
const finding = (code: string, severity: Severity = "ERROR"): Finding => ({ code, severity, message: "", fix: null });

/** Every reason there is, from the server's own list. */
const reasons = [
  ...fs
    .readFileSync(
      path.resolve(import.meta.dirname, "../../../../../core/src/main/java/io/github/appkeys/core/reason/Reason.java"),
      "utf8",
    )
    .matchAll(/^ {4}([A-Z0-9_]+)\(FixedBy\.(\w+)/gm),
].map(([, code = "", mender = ""]) => ({ code, mender }));

describe("a finding", () => {
  it.each<[string, Fix, string, string | undefined]>([
    ["DISABLED", "enablePair", "manage-app-keys", undefined],
    ["NOT_ENABLED", "enableAppKeys", "manage-app-key-settings", undefined],
    ["FLOW_NOT_READY", "enableAppKeys", "manage-realm", undefined],
    ["NO_ROLE", "linkRoles", "manage-app-keys", "/my%20shop/app-keys/key/erp/roles?link=true"],
    ["ROLE_MISSING", "linkRoles", "manage-app-keys", "/my%20shop/app-keys/key/erp/roles?link=true"],
    ["EXPIRED", "renew", "renew-app-tokens", "/my%20shop/app-keys/key/erp/tokens"],
    ["EXPIRING", "renew", "renew-app-tokens", "/my%20shop/app-keys/key/erp/tokens"],
    ["NO_TOKEN", "renew", "renew-app-tokens", "/my%20shop/app-keys/key/erp/tokens"],
    ["WRONG_TOKEN", "renew", "renew-app-tokens", "/my%20shop/app-keys/key/erp/tokens"],
    ["RENEWAL_RUNNING", "tokens", "renew-app-tokens", "/my%20shop/app-keys/key/erp/tokens"],
    ["ADDRESS_NOT_ALLOWED", "networks", "manage-app-keys", "/my%20shop/app-keys/key/erp/settings"],
    ["AUTHENTICATOR_CHANGED", "client", "manage-clients", "/my%20shop/clients/42/settings"],
    ["SERVICE_ACCOUNT_BROKEN", "client", "manage-clients", "/my%20shop/clients/42/settings"],
    ["SCOPE_DROPS_ROLES", "clientScopes", "manage-clients", "/my%20shop/clients/42/clientScopes/setup"],
    ["SCOPE_UNKNOWN", "clientScopes", "manage-clients", "/my%20shop/clients/42/clientScopes/setup"],
  ])("%s is mended by: %s, by whoever holds %s", (code, fix, role, where) => {
    expect(fixOf(finding(code), PAIR, EVERYTHING)).toBe(fix);
    expect(fixOf(finding(code, "WARN"), PAIR, access("view-app-keys", role))).toBe(fix);
    expect(fixOf(finding(code), PAIR, access("view-app-keys"))).toBeUndefined();
    expect(fixPath(fix, "my shop", PAIR)).toBe(where);
  });

  it("that a manager mends has a button, whatever the server may find", () => {
    expect(reasons.length).toBeGreaterThan(30);
    const byManagers = reasons.filter(({ mender }) => mender === "KEY_MANAGER" || mender === "REALM_MANAGER");
    const without = byManagers.filter(({ code }) => fixOf(finding(code), PAIR, EVERYTHING) === undefined);
    expect(without.map(({ code }) => code)).toEqual(["ROLE_UNKNOWN"]);
  });

  it("has none where all is well, where no pair was found, or where a newer server found it", () => {
    for (const { code } of reasons) {
      expect(fixOf(finding(code, "OK"), PAIR, EVERYTHING)).toBeUndefined();
    }
    expect(fixOf(finding("NO_ROLE"), undefined, EVERYTHING)).toBeUndefined();
    expect(fixOf(finding("NOT_ENABLED"), undefined, EVERYTHING)).toBe("enableAppKeys");
    expect(fixOf(finding("toString"), PAIR, EVERYTHING)).toBeUndefined();
  });

  it("that the service account is gone is mended by linking, which brings it back", () => {
    const without = { ...PAIR, serviceAccountUserId: null };
    expect(fixOf(finding("SERVICE_ACCOUNT_BROKEN"), without, EVERYTHING)).toBe("linkRoles");
    expect(fixOf(finding("SERVICE_ACCOUNT_BROKEN"), without, access("manage-clients"))).toBeUndefined();
  });
});

describe("a diagnosis", () => {
  const diagnosis = (verdict: Diagnosis["verdict"], ...severities: Severity[]): Diagnosis => ({
    verdict,
    appKey: null,
    findings: severities.map((severity) => finding("NO_ROLE", severity)),
    token: null,
  });

  it("ends well, with warnings, or badly", () => {
    expect(outcomeOf(diagnosis("ACCEPTED", "OK", "OK"))).toBe("ACCEPTED");
    expect(outcomeOf(diagnosis("ACCEPTED", "OK", "WARN"))).toBe("WARNED");
    expect(outcomeOf(diagnosis("REFUSED", "WARN", "ERROR"))).toBe("REFUSED");
  });
});

describe("a question", () => {
  it.each([
    [{}, ""],
    [{ scope: "" }, "?scope="],
    [
      { requiredRoles: ["orders-api:orders:read", "a role"], address: "::1", scope: "a b" },
      "?role=orders-api%3Aorders%3Aread&role=a+role&address=%3A%3A1&scope=a+b",
    ],
  ])("%j is in the address, and can be read there", (question, search) => {
    expect(searchOf(question)).toBe(search);
    expect(questionOf(search)).toEqual(question);
    expect(diagnosisPath("shop", "erp", question)).toBe(`/shop/app-keys/key/erp/diagnosis${search}`);
    expect(routeOf("/shop/app-keys/key/erp/diagnosis", search)).toMatchObject({ appKey: "erp", tab: "diagnosis" });
  });

  it("names a role in each line", () => {
    expect(rolesOf(" orders-api:orders:read \r\n\n a role ")).toEqual(["orders-api:orders:read", "a role"]);
  });
});

describe("what is pasted", () => {
  it.each([
    ["", 0, 0, "token\n", { shown: "token", sent: "token\n" }],
    ["", 0, 0, "\r\nto\nken", { shown: "token", sent: "\r\nto\nken" }],
    ["old", 0, 3, "token\n", { shown: "token", sent: "token\n" }],
    ["ab", 1, 1, "-\n-", { shown: "a--b", sent: "a-\n-b" }],
    ["", 0, 0, " token\t", undefined],
  ])("into %j from %i to %i, %j, keeps its line breaks", (value, start, end, text, paste) => {
    expect(pasteOf(value, start, end, text)).toEqual(paste);
  });

  it("is sent as it is, a half that is not at hand left out", () => {
    expect(halvesOf(" erp", "token\n")).toEqual({ appKey: " erp", appToken: "token\n" });
    expect(halvesOf("", "token")).toEqual({ appToken: "token" });
    expect(halvesOf("erp", "")).toEqual({ appKey: "erp" });
    expect(halvesOf("", "")).toBeUndefined();
  });
});
