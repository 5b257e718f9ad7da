import type { Integration, Pair, Question } from "../api/types";
import { integrationOf, integrationSearch } from "./integration";
import { listSearchOf, type ListAddress } from "./list";
import { searchOf } from "./question";

export const TABS = ["overview", "settings", "roles", "tokens", "events", "diagnosis"] as const;
export type Tab = (typeof TABS)[number];

type Route =
  | { page: "list" }
  | { page: "new"; from?: Integration | undefined }
  | { page: "adopt"; from?: Integration | undefined }
  | { page: "import" }
  | { page: "settings" }
  | { page: "test" }
  | { page: "password-grants" }
  | { page: "key"; appKey: string; tab: Tab; link: boolean; from?: Integration | undefined }
  | { page: "unknown" };

export function sectionPath(realm: string): string {
  return `/${encodeURIComponent(realm)}/app-keys`;
}

/** The list, as it is shown: with its filter, order and page. */
export function listPath(realm: string, address: ListAddress): string {
  return sectionPath(realm) + listSearchOf(address);
}

export function keyPath(realm: string, appKey: string, tab?: Tab): string {
  const path = `${sectionPath(realm)}/key/${encodeURIComponent(appKey)}`;
  return tab ? `${path}/${tab}` : path;
}

/** @param from the integration that the pair is for, if it logs in with a password today */
export function newPath(realm: string, from?: Integration): string {
  return `${sectionPath(realm)}/new${integrationSearch(from)}`;
}

/** @param from the integration whose client is adopted, if it logs in with a password today */
export function adoptPath(realm: string, from?: Integration): string {
  return `${sectionPath(realm)}/adopt${integrationSearch(from)}`;
}

/** The report of password grants. */
export function passwordGrantsPath(realm: string): string {
  return `${sectionPath(realm)}/password-grants`;
}

export function importPath(realm: string): string {
  return `${sectionPath(realm)}/import`;
}

export function settingsPath(realm: string): string {
  return `${sectionPath(realm)}/settings`;
}

/**
 * The roles of a pair, with the role picker open.
 *
 * @param from the integration whose roles are proposed
 */
export function linkRolesPath(realm: string, appKey: string, from?: Integration): string {
  return keyPath(realm, appKey, "roles") + integrationSearch(from, { link: "true" });
}

/** The diagnosis of a pair, with a question about it. */
export function diagnosisPath(realm: string, appKey: string, question: Question = {}): string {
  return keyPath(realm, appKey, "diagnosis") + searchOf(question);
}

/** The page to check a pasted pair. */
export function testPath(realm: string): string {
  return `${sectionPath(realm)}/test`;
}

/** Keycloak's own page of the client behind a pair. */
export function clientPath(realm: string, pair: Pair, tab: string): string {
  return `/${encodeURIComponent(realm)}/clients/${pair.clientUuid}/${tab}`;
}

export function ownsPath(pathname: string): boolean {
  return /^\/[^/]+\/app-keys(\/|$)/.test(pathname);
}

/** Pages whose path ends with their name. */
const SINGLE = ["new", "adopt", "import", "settings", "test", "password-grants"] as const;

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The route for a path and a query string of the console. */
export function routeOf(pathname: string, search: string): Route {
  const [page, appKey, tab, ...rest] = pathname.split("/").filter(Boolean).slice(2).map(decode);
  if (page === undefined) {
    return { page: "list" };
  }
  const alone = SINGLE.find((name) => name === page);
  if (alone && appKey === undefined) {
    return alone === "new" || alone === "adopt" ? { page: alone, from: integrationOf(search) } : { page: alone };
  }
  const known = tab === undefined ? "overview" : TABS.find((name) => name === tab);
  if (page === "key" && appKey !== undefined && known && rest.length === 0) {
    const link = new URLSearchParams(search).get("link") === "true";
    return { page, appKey, tab: known, link, from: link ? integrationOf(search) : undefined };
  }
  return { page: "unknown" };
}
