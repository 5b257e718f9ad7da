/** Who sees what. The server decides; this only keeps buttons away that would fail. */
export type HasAccess = (...roles: string[]) => boolean;

export interface Access {
  view: boolean;
  manage: boolean;
  renew: boolean;
  settings: boolean;
  /** Roles of realms, for the picker. */
  listRealmRoles: boolean;
  /** Roles of clients, for the picker: Keycloak lists them all at once to those only who may map them. */
  listClientRoles: boolean;
  /** For the link to the stock page. */
  viewClients: boolean;
  viewUsers: boolean;
  viewEvents: boolean;
}

export function accessOf(hasAccess: HasAccess): Access {
  const any = (...roles: string[]) => roles.some((role) => hasAccess(role));
  return {
    view: any("view-app-keys"),
    manage: any("manage-app-keys"),
    renew: any("renew-app-tokens"),
    settings: any("manage-app-key-settings", "manage-realm"),
    listRealmRoles: any("view-realm", "manage-realm"),
    listClientRoles: any("view-realm", "manage-realm") && any("manage-users"),
    viewClients: any("view-clients", "manage-clients"),
    viewUsers: any("view-users", "manage-users"),
    viewEvents: any("view-events", "manage-events"),
  };
}

/** Whether the section is of any use: for seeing pairs, or for enabling them. */
export function mayOpen(hasAccess: HasAccess): boolean {
  const access = accessOf(hasAccess);
  return access.view || access.settings;
}
