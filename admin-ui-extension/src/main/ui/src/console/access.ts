/** Who sees what. The server decides; this only keeps buttons away that would fail. */
type HasAccess = (...roles: string[]) => boolean;

export interface Access {
  view: boolean;
  manage: boolean;
  renew: boolean;
  settings: boolean;
  /** Pairs with their hashes, from and to other realms. */
  transfer: boolean;
  /** May not see pairs, but change the settings by the role for that. */
  settingsOnly: boolean;
  /** For the link to the stock page. */
  viewClients: boolean;
  /** For adopting one of them. */
  manageClients: boolean;
  viewUsers: boolean;
  viewEvents: boolean;
}

export function accessOf(hasAccess: HasAccess): Access {
  const any = (...roles: string[]) => roles.some((role) => hasAccess(role));
  return {
    view: any("view-app-keys"),
    manage: any("manage-app-keys"),
    renew: any("renew-app-tokens"),
    transfer: any("manage-app-key-settings"),
    settings: any("manage-app-key-settings", "manage-realm"),
    settingsOnly: any("manage-app-key-settings") && !any("view-app-keys"),
    viewClients: any("view-clients", "manage-clients"),
    manageClients: any("manage-clients"),
    viewUsers: any("view-users", "manage-users"),
    viewEvents: any("view-events", "manage-events"),
  };
}

/** Whether the section is of any use: for seeing pairs, or for enabling them. */
export function mayOpen(hasAccess: HasAccess): boolean {
  const access = accessOf(hasAccess);
  return access.view || access.settings;
}
