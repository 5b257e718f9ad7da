import { describe, expect, it } from "vitest";
import { keyPath, linkRolesPath, ownsPath, routeOf, sectionPath } from "./paths";

describe("paths", () => {
  it.each([
    ["/shop/app-keys", "", { page: "list" }],
    ["/shop/app-keys/", "", { page: "list" }],
    ["/shop/app-keys/new", "", { page: "new" }],
    ["/shop/app-keys/settings", "", { page: "settings" }],
    ["/shop/app-keys/test", "", { page: "test" }],
    ["/shop/app-keys/key/test/diagnosis", "?scope=", { page: "key", appKey: "test", tab: "diagnosis", link: false }],
    ["/shop/app-keys/key/erp", "", { page: "key", appKey: "erp", tab: "overview", link: false }],
    ["/shop/app-keys/key/erp/settings", "", { page: "key", appKey: "erp", tab: "settings", link: false }],
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
  });

  it("of other pages are not ours", () => {
    expect(ownsPath("/shop/app-keys/new")).toBe(true);
    expect(ownsPath("/shop/app-keys-else")).toBe(false);
    expect(ownsPath("/shop/clients/app-keys")).toBe(false);
  });
});
