import { describe, expect, it } from "vitest";
import { ApiError } from "../src/api/ApiError";
import type { PasswordGrants, Settings } from "../src/api/types";
import { proposable } from "../src/pair/roles";
import { parseMoment, isPast, composeMoment, ownZone, ZONES } from "../src/parts/moment";
import { integrationOf, proposedLabel } from "../src/routes/integration";
import { adoptPath, linkRolesPath, newPath, passwordGrantsPath, routeOf } from "../src/routes/paths";
import { endsNow, fieldsOf, merge, settingsFieldOf, settingsOf, type SettingsFields } from "../src/settings/settings";

const CUTOFF = "2026-11-13T14:00:00-02:00";

const settings = (grants: Partial<PasswordGrants> = {}): Settings => ({
  version: "1",
  enabled: true,
  requireRole: true,
  defaultOverlapSeconds: 604800,
  maxTokenAgeSeconds: 0,
  idleDays: 0,
  claimLinkSeconds: 86400,
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
});
const fields = (changes: Partial<SettingsFields> = {}) => ({ ...fieldsOf(settings()), ...changes });

describe("a moment", () => {
  it.each([
    [CUTOFF, "2026-11-13T14:00", "-02:00", "2026-11-13T16:00:00Z"],
    [" 2026-11-13T14:00Z ", "2026-11-13T14:00", "Z", "2026-11-13T14:00:00Z"],
    ["2026-11-13t14:00:07.5z", "2026-11-13T14:00:07", "Z", "2026-11-13T14:00:07Z"],
    ["2026-11-13T14:00:00+05", "2026-11-13T14:00", "+05:00", "2026-11-13T09:00:00Z"],
    ["2026-11-13T14:00:00+05:45:00", "2026-11-13T14:00", "+05:45", "2026-11-13T08:15:00Z"],
  ])("%s is %s at %s", (text, local, zone, at) => {
    expect(parseMoment(text)).toEqual({ local, zone, at: new Date(at) });
  });

  it.each(["", "2026-11-13", "2026-11-13T14:00:00", "13.11.2026 14:00", "2026-13-01T00:00Z", "2026-11-13T14:00:00-02:00[America/Noronha]"])(
    "%j is none, or has no time zone",
    (text) => {
      expect(parseMoment(text)).toBeUndefined();
      expect(isPast(text, new Date())).toBe(false);
    },
  );

  it("is past from its very second on", () => {
    expect(isPast(CUTOFF, new Date("2026-11-13T15:59:59.999Z"))).toBe(false);
    expect(isPast(CUTOFF, new Date("2026-11-13T16:00:00Z"))).toBe(true);
  });

  it("is put together from what the browser's field holds", () => {
    expect(composeMoment("2026-11-13T14:00", "-02:00")).toBe(CUTOFF);
    expect(composeMoment("2026-11-13T14:00:30", "Z")).toBe("2026-11-13T14:00:30Z");
    expect(composeMoment("", "Z")).toBe("");
  });

  it("has the zones of the world to choose from, the browser's own among them", () => {
    expect(ZONES.slice(0, 4)).toEqual(["-12:00", "-11:00", "-10:00", "-09:30"]);
    expect(ZONES).toContain("Z");
    expect(ZONES.at(-1)).toBe("+14:00");
    expect(new Set(ZONES).size).toBe(ZONES.length);
    expect(ZONES).toContain(ownZone("2026-07-01T12:00"));
    expect(new Date(composeMoment("2026-07-01T12:00", ownZone("2026-07-01T12:00")))).toEqual(new Date(2026, 6, 1, 12));
  });
});

describe("the settings", () => {
  const full = settings({
    cutoff: CUTOFF,
    scope: "SELECTED",
    clients: ["erp", "shop window"],
    exceptions: [{ clientId: "old", reason: "Ends in May", until: "2027-05-01T00:00+02:00" }],
    documentationUrl: "https://docs.example/keys",
  });

  it("come out of the form as they went in", () => {
    expect({ ...settingsOf(fieldsOf(full)), version: "1" }).toEqual(full);
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
    ["idleDays must be between 0 and 3650", "idleDays"],
    ["A header name has 1 to 100 characters", "appKeyHeader"],
  ])("are refused with %j, beside %s", (message, field) => {
    expect(settingsFieldOf(new ApiError(400, message))).toBe(field);
    expect(settingsFieldOf(new ApiError(500, message))).toBeUndefined();
  });

  it("are not refused beside a field where somebody else was faster", () => {
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
  it("lose nothing: theirs is taken where we typed nothing, and what both changed is said", () => {
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

describe("an integration", () => {
  const from = { clientId: "erp & co", username: "ana@shop.example" };

  it("is in the address of the pages that make it a pair", () => {
    const [, search = ""] = newPath("my shop", from).split("?");
    expect(newPath("my shop", from)).toMatch(/^\/my%20shop\/app-keys\/new\?clientId=erp\+%26\+co&username=ana%40shop/);
    expect(integrationOf(search)).toEqual(from);
    expect(routeOf("/shop/app-keys/new", `?${search}`)).toEqual({ page: "new", from });
    expect(routeOf("/shop/app-keys/adopt", adoptPath("shop", from).replace(/^[^?]*/, ""))).toEqual({ page: "adopt", from });
    const link = linkRolesPath("shop", "key", from).replace(/^[^?]*/, "");
    expect(routeOf("/shop/app-keys/key/key/roles", link)).toMatchObject({ link: true, from });
    expect(routeOf("/shop/app-keys/key/key/roles", `?${search}`)).toMatchObject({ link: false, from: undefined });
  });

  it("is in no other", () => {
    expect(newPath("shop")).toBe("/shop/app-keys/new");
    expect(integrationOf("?clientId=erp")).toBeUndefined();
    expect(integrationOf("?clientId=&username=")).toBeUndefined();
    expect(passwordGrantsPath("my shop")).toBe("/my%20shop/app-keys/password-grants");
    expect(routeOf("/shop/app-keys/password-grants", "")).toEqual({ page: "password-grants" });
    expect(routeOf("/shop/app-keys/password-grants/more", "")).toEqual({ page: "unknown" });
  });

  it("gives its pair a label that fits", () => {
    expect(proposedLabel(from)).toBe("erp & co, ana@shop.example");
    expect(proposedLabel({ clientId: "c".repeat(200), username: "u".repeat(200) })).toHaveLength(255);
  });
});

describe("roles that are proposed", () => {
  const roles = [
    { name: "offline_access", client: null, mayLink: true },
    { name: "manage-users", client: "realm-management", mayLink: false },
    { name: "orders:read", client: "orders-api", mayLink: true },
    { name: "orders:write", client: "orders-api", mayLink: true },
  ];
  const names = (found: { name: string }[]) => found.map(({ name }) => name);

  it("are those that are not linked yet, those that may be linked first", () => {
    const linked = [{ name: "orders:read", client: "orders-api" }];
    expect(names(proposable(roles, linked, ""))).toEqual(["offline_access", "orders:write", "manage-users"]);
  });

  it("are found by role and client", () => {
    expect(names(proposable(roles, [], "ORDERS-api:orders:w"))).toEqual(["orders:write"]);
    expect(names(proposable(roles, [], "nothing"))).toEqual([]);
  });
});
