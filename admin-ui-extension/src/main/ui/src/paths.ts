export const TABS = ["settings", "roles", "tokens", "events"] as const;
export type Tab = (typeof TABS)[number];

export type Place =
  | { page: "list" }
  | { page: "new" }
  | { page: "settings" }
  | { page: "key"; appKey: string; tab: Tab; link: boolean }
  | { page: "unknown" };

export function sectionPath(realm: string): string {
  return `/${encodeURIComponent(realm)}/app-keys`;
}

export function keyPath(realm: string, appKey: string, tab?: Tab): string {
  const path = `${sectionPath(realm)}/key/${encodeURIComponent(appKey)}`;
  return tab ? `${path}/${tab}` : path;
}

export function newPath(realm: string): string {
  return `${sectionPath(realm)}/new`;
}

export function settingsPath(realm: string): string {
  return `${sectionPath(realm)}/settings`;
}

/** The roles of a pair, with the picker open. */
export function linkRolesPath(realm: string, appKey: string): string {
  return `${keyPath(realm, appKey, "roles")}?link=true`;
}

export function ownsPath(pathname: string): boolean {
  return /^\/[^/]+\/app-keys(\/|$)/.test(pathname);
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Which page a path of the console means. */
export function placeOf(pathname: string, search: string): Place {
  const [page, appKey, tab, ...rest] = pathname.split("/").filter(Boolean).slice(2).map(decode);
  if (page === undefined) {
    return { page: "list" };
  }
  if ((page === "new" || page === "settings") && appKey === undefined) {
    return { page };
  }
  const known = tab === undefined ? "settings" : TABS.find((name) => name === tab);
  if (page === "key" && appKey !== undefined && known && rest.length === 0) {
    return { page, appKey, tab: known, link: new URLSearchParams(search).get("link") === "true" };
  }
  return { page: "unknown" };
}
