import { describe, expect, it } from "vitest";
import { ApiError } from "../api/ApiError";
import type { PasswordGrants, Settings } from "../api/types";
import { endsNow, fieldsOf, merge, settingsFieldOf, settingsOf, type SettingsFields } from "./settings";

const CUTOFF = "2026-11-13T14:00:00-02:00";

const settings = (grants: Partial<PasswordGrants> = {}): Settings => ({
  version: "1",
  problems: [],
  enabled: true,
  requireRole: true,
  defaultOverlapSeconds: 604800,
  maxTokenAgeSeconds: 0,
  idleDays: 0,
  claimLinkSeconds: 86400,
  gatewayMaxAge: 1,
  guardAdministrators: true,
  shortHeaderNames: true,
  headerNames: { appKey: "X-App-Key", appToken: "X-App-Token" },
  passwordGrants: {
    observe: true,
    cutoff: null,
    scope: "ALL",
    clients: [],
    exceptions: [],
    documentationUrl: null,
    retentionDays: 90,
    ...grants,
  },
  strictRoles: false,
  selfRenewal: false,
  cleartext: "TELL",
  leaks: {
    reports: true,
    action: "END_AFTER",
    afterHours: 48,
    partners: [{ name: "GitHub", keyId: "bcb5", publicKey: "MFkw" }],
  },
});
const fields = (changes: Partial<SettingsFields> = {}) => ({ ...fieldsOf(settings()), ...changes });

describe("the settings", () => {
  const full = settings({
    cutoff: CUTOFF,
    scope: "SELECTED",
    clients: ["erp", "shop window"],
    exceptions: [{ clientId: "old", reason: "Ends in May", until: "2027-05-01T00:00+02:00" }],
    documentationUrl: "https://docs.example/keys",
  });

  it("come out of the form as they went in", () => {
    expect({ ...settingsOf(fieldsOf(full)), version: "1", problems: [] }).toEqual(full);
    expect(settingsOf(fieldsOf(settings())).passwordGrants).toEqual(settings().passwordGrants);
  });

  it("are read as one types them", () => {
    const typed = fields({ clients: " erp \n\n shop window\n", cutoff: ` ${CUTOFF} `, documentationUrl: "  " });
    expect(settingsOf(typed).passwordGrants).toMatchObject({
      clients: ["erp", "shop window"],
      cutoff: CUTOFF,
      documentationUrl: null,
    });
  });

  it.each([
    ["passwordGrants.cutoff must be a moment with a time zone", "cutoff"],
    ["passwordGrants.clients[1] names no client of this realm", "clients"],
    ["passwordGrants.exceptions[1].reason is missing or empty", "exceptions.1.reason"],
    ["passwordGrants.exceptions[0].clientId names no client of this realm", "exceptions.0.clientId"],
    ["passwordGrants.exceptions[2] is not an object", "exceptions.2.clientId"],
    ["passwordGrants.documentationUrl must be an absolute http or https address", "documentationUrl"],
    ["passwordGrants.exceptions has more than 200 entries", undefined],
    ["passwordGrants.newer is wrong", undefined],
    ["leaks.partners[1].publicKey must be a public key on the curve P-256", "leakPartners.1.publicKey"],
    ["leaks.partners[0] is not an object", "leakPartners.0.name"],
    ["leaks.afterHours must be between 1 and 720", "leakAfterHours"],
    ["leaks.partners has more than 10 entries", undefined],
    ["idleDays must be between 0 and 3650", "idleDays"],
    ["A header name has 1 to 100 characters", "appKeyHeader"],
  ])("are refused with %j, beside %s", (message, field) => {
    expect(settingsFieldOf(new ApiError(400, message))).toBe(field);
    expect(settingsFieldOf(new ApiError(500, message))).toBeUndefined();
  });

  it("have no error beside a field after a conflict", () => {
    expect(settingsFieldOf(new ApiError(409, "The settings were changed: read them again"))).toBeUndefined();
  });
});

describe("ending password grants now", () => {
  const later = new Date("2026-12-01T00:00:00Z");
  const earlier = new Date("2026-11-01T00:00:00Z");

  it.each<[string, Settings, Partial<SettingsFields>, Date, boolean]>([
    ["a cutoff in the past", settings(), { cutoff: CUTOFF }, later, true],
    ["a cutoff in the future", settings(), { cutoff: CUTOFF }, earlier, false],
    ["one that was saved before", settings({ cutoff: CUTOFF }), { cutoff: CUTOFF }, later, false],
    ["one for others than before", settings({ cutoff: CUTOFF, scope: "API_CLIENTS" }), { cutoff: CUTOFF }, later, true],
    ["app keys that are enabled again", { ...settings({ cutoff: CUTOFF }), enabled: false }, { cutoff: CUTOFF }, later, true],
    ["app keys that stay off", settings(), { cutoff: CUTOFF, enabled: false }, later, false],
    ["API clients only", settings(), { cutoff: CUTOFF, scope: "API_CLIENTS" }, later, false],
    ["no client that is named", settings(), { cutoff: CUTOFF, scope: "SELECTED" }, later, false],
    ["a client that is named", settings(), { cutoff: CUTOFF, scope: "SELECTED", clients: "erp" }, later, true],
    ["no cutoff", settings({ cutoff: CUTOFF }), { cutoff: "" }, later, false],
  ])("is asked for with %s", (_what, before, changes, now, asked) => {
    expect(endsNow(before, fields(changes), now)).toBe(asked);
  });
});

describe("two who save at once", () => {
  it("lose nothing: saved values are taken where nothing was typed, and fields that both changed are named", () => {
    const base = fields({ idleDays: "0", cutoff: "" });
    const typed = { ...base, cutoff: CUTOFF, documentationUrl: "https://ours.example", clients: "erp" };
    const theirs = { ...base, idleDays: "30", documentationUrl: "https://theirs.example", clients: "erp" };

    const merged = merge(base, typed, theirs);

    expect(merged.fields).toEqual({
      ...base,
      cutoff: CUTOFF,
      idleDays: "30",
      documentationUrl: "https://ours.example",
      clients: "erp",
    });
    expect(merged.both).toEqual(["documentationUrl"]);
  });
});
