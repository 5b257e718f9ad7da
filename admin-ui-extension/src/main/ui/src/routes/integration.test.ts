import { describe, expect, it } from "vitest";
import { integrationOf, proposedLabel } from "./integration";
import { adoptPath, linkRolesPath, newPath, passwordGrantsPath, routeOf } from "./paths";

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
