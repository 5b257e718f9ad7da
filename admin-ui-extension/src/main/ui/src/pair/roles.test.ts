import { describe, expect, it } from "vitest";
import { proposable, roleText } from "./roles";

describe("a role", () => {
  it("is named with its client", () => {
    expect(roleText({ name: "orders:read", client: "orders-api" })).toBe("orders-api:orders:read");
    expect(roleText({ name: "auditor", client: null })).toBe("auditor");
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
