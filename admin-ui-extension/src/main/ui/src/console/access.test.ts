import { describe, expect, it } from "vitest";
import { accessOf, mayOpen } from "./access";

const holds =
  (...held: string[]) =>
  (...roles: string[]) =>
    roles.every((role) => held.includes(role));

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
