import { afterEach, describe, expect, it, vi } from "vitest";
import { Api } from "../src/api/Api";
import { ApiError } from "../src/api/ApiError";
import { accessOf, mayOpen } from "../src/console/access";
import { curlLine, DEFAULT_HEADERS, envFile, tokenUrl } from "../src/issuance/credentials";
import { expiresAt, localDateTime } from "../src/issuance/expiry";
import { overlapSeconds } from "../src/issuance/RenewForm";
import { reasonMessageKey } from "../src/pair/EventsTab";
import { networksOf, networksText } from "../src/pair/PairFields";
import { roleText } from "../src/pair/roles";
import { download } from "../src/parts/download";
import { fieldOf } from "../src/parts/errors";
import { colourOf, statusMessageKey } from "../src/parts/status";
import { keyPath, linkRolesPath, ownsPath, routeOf, sectionPath } from "../src/routes/paths";
import { Counter, percent } from "../src/transfer/progress";

const TOKEN = "apptoken_" + "a".repeat(49);

const holds =
  (...held: string[]) =>
  (...roles: string[]) =>
    roles.every((role) => held.includes(role));

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("access", () => {
  it("of a viewer ends at seeing", () => {
    expect(accessOf(holds("view-app-keys"))).toEqual({
      view: true,
      manage: false,
      renew: false,
      settings: false,
      transfer: false,
      settingsOnly: false,
      viewClients: false,
      manageClients: false,
      viewUsers: false,
      viewEvents: false,
    });
  });

  it.each([
    ["view-app-keys", true],
    ["manage-app-key-settings", true],
    ["manage-realm", true],
    ["manage-clients", false],
    ["view-realm", false],
  ])("with %s alone opens the section: %s", (role, opens) => {
    expect(mayOpen(holds(role))).toBe(opens);
  });

  it("to the settings comes with the realm, too", () => {
    expect(accessOf(holds("manage-realm")).settings).toBe(true);
    expect(accessOf(holds("manage-app-keys")).settings).toBe(false);
  });

  it("to the settings only is not that of a realm's manager, who may have to enable app keys", () => {
    expect(accessOf(holds("manage-app-key-settings")).settingsOnly).toBe(true);
    expect(accessOf(holds("manage-app-key-settings", "view-app-keys")).settingsOnly).toBe(false);
    expect(accessOf(holds("manage-realm")).settingsOnly).toBe(false);
  });
});

describe("expiry", () => {
  const now = new Date("2026-11-22T10:00:00.123Z");

  it.each([
    ["30", "2026-12-22T10:00:00Z"],
    ["90", "2027-02-20T10:00:00Z"],
    ["365", "2027-11-22T10:00:00Z"],
    ["never", undefined],
  ] as const)("in %s days is %s", (expiry, moment) => {
    expect(expiresAt(expiry, "", now)).toBe(moment);
  });

  it("at a picked moment is that moment, in the browser's time zone", () => {
    expect(expiresAt("custom", "2027-01-31T12:30", now)).toBe(
      new Date(2027, 0, 31, 12, 30).toISOString().replace(".000", ""),
    );
  });

  it.each(["", "tomorrow", "2020-01-01T00:00"])("at %j is refused", (picked) => {
    expect(expiresAt("custom", picked, now)).toBeNull();
  });

  it("is offered as the browser's field wants it", () => {
    expect(localDateTime(new Date(2027, 0, 5, 7, 9))).toBe("2027-01-05T07:09");
  });
});

describe("hand-over", () => {
  const credentials = { appKey: "appkey-shop-1", appToken: TOKEN, tokenUrl: tokenUrl("https://sso.example/", "my shop") };

  it("is a file of settings", () => {
    expect(envFile(credentials)).toBe(
      `APP_KEY=appkey-shop-1\nAPP_TOKEN=${TOKEN}\n` +
        "TOKEN_URL=https://sso.example/realms/my%20shop/protocol/openid-connect/token\n",
    );
  });

  it("is a command with the two headers", () => {
    expect(curlLine(credentials, DEFAULT_HEADERS)).toBe(
      "curl -X POST 'https://sso.example/realms/my%20shop/protocol/openid-connect/token' \\\n" +
        "  -H 'X-VTEX-API-AppKey: appkey-shop-1' \\\n" +
        `  -H 'X-VTEX-API-AppToken: ${TOKEN}' \\\n` +
        "  -d grant_type=client_credentials",
    );
  });

  it("takes the headers of the realm, quoted for the shell", () => {
    expect(curlLine(credentials, { appKey: "X-It's", appToken: "X-T" })).toContain(`-H 'X-It'\\''s: appkey-shop-1'`);
  });

  it("leaves no URL behind after a download", () => {
    const urls = { createObjectURL: vi.fn(() => "blob:1"), revokeObjectURL: vi.fn() };
    vi.stubGlobal("URL", urls);
    const click = vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);

    download("erp.env", "APP_KEY=1");

    expect(click).toHaveBeenCalledOnce();
    expect(urls.revokeObjectURL).toHaveBeenCalledWith("blob:1");
    expect(document.querySelector("a[download]")).toBeNull();
  });
});

describe("status", () => {
  it.each([
    ["ACTIVE", "green"],
    ["NO_ROLE", "orange"],
    ["EXPIRING", "orange"],
    ["DISABLED", "grey"],
    ["EXPIRED", "red"],
    ["toString", "grey"],
  ])("%s is %s", (status, colour) => {
    expect(colourOf(status)).toBe(colour);
  });

  it("of a newer server is shown as it is", () => {
    expect(statusMessageKey("ACTIVE")).toBe("appKeys.status.ACTIVE");
    expect(statusMessageKey("PAUSED")).toBeUndefined();
    expect(reasonMessageKey("WRONG_TOKEN")).toBe("appKeys.reason.WRONG_TOKEN");
    expect(reasonMessageKey("NEW")).toBeUndefined();
    expect(reasonMessageKey(undefined)).toBeUndefined();
  });
});

describe("errors", () => {
  const fields = ["label", "description", "appKey", "expiresAt", "allowedNetworks"];

  it.each([
    [400, "label is missing or empty", "label"],
    [400, "description has more than 255 characters", "description"],
    [400, "An appKey has 3 to 255 of the characters A-Z a-z 0-9 . _ - and starts with a letter or a digit", "appKey"],
    [400, 'The appKey "settings" is reserved', "appKey"],
    [409, "The appKey is taken", "appKey"],
    [400, "expiresAt is not in the future", "expiresAt"],
    [400, "Entry 2 of allowedNetworks is wrong: not an IPv4 or IPv6 address or CIDR block", "allowedNetworks"],
    [400, "Something else", undefined],
    [400, "address is not an IPv4 or IPv6 address", undefined],
    [403, "label", undefined],
    [500, "label", undefined],
  ])("%i %s belongs to %s", (status, message, field) => {
    expect(fieldOf(new ApiError(status, message), fields)).toBe(field);
  });

  it("go to no field that the form does not have", () => {
    expect(fieldOf(new ApiError(400, "expiresAt is not in the future"), ["label"])).toBeUndefined();
    expect(fieldOf(new TypeError("label"), fields)).toBeUndefined();
    expect(fieldOf(new ApiError(400, "address is not an IPv4 or IPv6 address"), ["address", "scope"])).toBe("address");
    expect(fieldOf(new ApiError(400, "A header name has 1 to 100 characters"), ["headerNames"])).toBe("headerNames");
  });
});

describe("networks", () => {
  it("are read as one types them", () => {
    expect(networksOf(" 10.0.0.0/8\n\n192.0.2.7, 2001:db8::/32;::1 ")).toEqual([
      "10.0.0.0/8",
      "192.0.2.7",
      "2001:db8::/32",
      "::1",
    ]);
    expect(networksOf("  \n")).toEqual([]);
    expect(networksText(["::1", "10.0.0.1"])).toBe("::1\n10.0.0.1");
  });
});

describe("paths", () => {
  it.each([
    ["/shop/app-keys", "", { page: "list" }],
    ["/shop/app-keys/", "", { page: "list" }],
    ["/shop/app-keys/new", "", { page: "new" }],
    ["/shop/app-keys/settings", "", { page: "settings" }],
    ["/shop/app-keys/test", "", { page: "test" }],
    ["/shop/app-keys/key/test/diagnosis", "?scope=", { page: "key", appKey: "test", tab: "diagnosis", link: false }],
    ["/shop/app-keys/key/erp", "", { page: "key", appKey: "erp", tab: "settings", link: false }],
    ["/shop/app-keys/key/new/roles", "?link=true", { page: "key", appKey: "new", tab: "roles", link: true }],
    ["/shop/app-keys/key/a%2Fb/events", "", { page: "key", appKey: "a/b", tab: "events", link: false }],
    ["/shop/app-keys/key/%/events", "", { page: "key", appKey: "%", tab: "events", link: false }],
    ["/shop/app-keys/key/erp/other", "", { page: "unknown" }],
    ["/shop/app-keys/key/erp/roles/more", "", { page: "unknown" }],
    ["/shop/app-keys/new/more", "", { page: "unknown" }],
    ["/shop/app-keys/other", "", { page: "unknown" }],
  ])("%s%s", (pathname, search, route) => {
    expect(routeOf(pathname, search)).toEqual(route);
  });

  it("lead to where they were made for", () => {
    expect(sectionPath("my shop")).toBe("/my%20shop/app-keys");
    expect(routeOf(keyPath("my shop", "a.b", "tokens"), "")).toMatchObject({ appKey: "a.b", tab: "tokens" });
    expect(linkRolesPath("shop", "erp")).toBe("/shop/app-keys/key/erp/roles?link=true");
    expect(roleText({ name: "orders:read", client: "orders-api" })).toBe("orders-api:orders:read");
    expect(roleText({ name: "auditor", client: null })).toBe("auditor");
  });

  it("of other pages are not ours", () => {
    expect(ownsPath("/shop/app-keys/new")).toBe(true);
    expect(ownsPath("/shop/app-keys-else")).toBe(false);
    expect(ownsPath("/shop/clients/app-keys")).toBe(false);
  });
});

describe("calls", () => {
  const answer = (status: number, body: unknown) => vi.fn(() => Promise.resolve(new Response(JSON.stringify(body), { status })));
  const api = new Api("https://sso.example/auth", "my shop", () => Promise.resolve("access"));

  it("go to the realm, with the console's token, and past every cache", async () => {
    const fetched = answer(200, []);
    vi.stubGlobal("fetch", fetched);

    await api.list({ search: "a&b", status: "" }, 20, 10);

    expect(fetched).toHaveBeenCalledWith(
      "https://sso.example/auth/admin/realms/my%20shop/app-keys?search=a%26b&first=20&max=10",
      expect.objectContaining({
        cache: "no-store",
        headers: { Accept: "application/json", Authorization: "Bearer access" },
      }),
    );
  });

  it("for a diagnosis ask for the administrator's language", async () => {
    const fetched = answer(200, {});
    vi.stubGlobal("fetch", fetched);

    await api.diagnosePasted({ appToken: "a\n" }, "pt_BR");

    expect(fetched).toHaveBeenCalledWith(
      "https://sso.example/auth/admin/realms/my%20shop/app-keys/diagnosis",
      expect.objectContaining({
        method: "POST",
        body: '{"appToken":"a\\n"}',
        headers: expect.objectContaining({ "Accept-Language": "pt-BR" }) as unknown,
      }),
    );
  });

  it("fail in the server's words", async () => {
    vi.stubGlobal("fetch", answer(409, { errorMessage: "The appKey is taken" }));
    await expect(api.create({ label: "ERP" })).rejects.toMatchObject({ status: 409, message: "The appKey is taken" });

    vi.stubGlobal("fetch", vi.fn(() => Promise.resolve(new Response("<html>", { status: 502 }))));
    await expect(api.pair("erp")).rejects.toMatchObject({ status: 502, message: "HTTP 502" });
  });
});

describe("the overlap of a renewal", () => {
  it("is in seconds, null until it is finished, and absent for what the realm has set", () => {
    expect(overlapSeconds("realm")).toBeUndefined();
    expect(overlapSeconds("manual")).toBeNull();
    expect(overlapSeconds("0")).toBe(0);
    expect(overlapSeconds("7")).toBe(604_800);
  });
});

describe("progress", () => {
  it("counts a text that comes in pieces", () => {
    const counter = new Counter('"appKey"');
    expect(counter.add('{"appKey":1,"app')).toBe(1);
    expect(counter.add('Key":2}')).toBe(2);
    expect(counter.add('"')).toBe(2);
    expect(counter.add('appKey""appKey"')).toBe(4);
  });

  it("is in whole percent", () => {
    expect(percent(0, 0)).toBe(100);
    expect(percent(1, 3)).toBe(33);
    expect(percent(5, 3)).toBe(100);
  });
});
