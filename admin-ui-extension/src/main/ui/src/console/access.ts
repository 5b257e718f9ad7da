/** What the administrator may do. The server decides; the page only hides actions that would fail. */
type HasAccess = (...roles: string[]) => boolean;

export interface Access {
  view: boolean;
  manage: boolean;
  renew: boolean;
  settings: boolean;
  /** Exporting and importing pairs with the hashes of their appTokens. */
  transfer: boolean;
  /** May change the settings but not see pairs. */
  settingsOnly: boolean;
  /** For the link to Keycloak's own page of the client. */
  viewClients: boolean;
  /** For adopting a client. */
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

/** Whether to show the section: the administrator may see pairs or change the settings. */
export function mayOpen(hasAccess: HasAccess): boolean {
  const access = accessOf(hasAccess);
  return access.view || access.settings;
}
