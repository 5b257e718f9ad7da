/**
 * The only file that depends on the internals of Keycloak's admin console. The console has no extension point for
 * pages, so this searches React's fiber tree for the console's router and contexts. If they are not found, nothing is
 * added and one warning is logged: the console must never break.
 */
import type { Context, ReactNode } from "react";

export interface ConsoleLocation {
  pathname: string;
  search: string;
}

interface Blocker {
  state: "unblocked" | "blocked" | "proceeding";
  proceed?: () => void;
  reset?: () => void;
}

export interface ConsoleRouter {
  routes: { id: string }[];
  state: { location: ConsoleLocation; blockers?: Map<string, Blocker> };
  patchRoutes: (parentId: string, routes: ConsoleRoute[]) => void;
  navigate: (to: string, options?: { replace?: boolean }) => Promise<void>;
  revalidate: () => Promise<void>;
  subscribe: (listener: () => void) => () => void;
  getBlocker?: (key: string, shouldBlock: () => boolean) => Blocker;
  deleteBlocker?: (key: string) => void;
}

export interface ConsoleRoute {
  id: string;
  path: string;
  element: ReactNode;
  handle: { access: string; breadcrumb: () => string };
}

/** The values of the console's contexts, as far as they are used here. */
export interface ContextValues {
  AdminClientContext: {
    adminClient: { baseUrl: string; getAccessToken: () => Promise<string | undefined> };
    keycloak: { updateToken: (minValidity: number) => Promise<boolean> };
  };
  RealmContext: { realm: string };
  AccessContext: { hasAccess: (...roles: string[]) => boolean };
  WhoAmIContext: { whoAmI: { locale?: string }; refresh: () => void };
}

type ContextName = keyof ContextValues;

interface Found<T> {
  context: Context<T | undefined>;
  value: T;
}

type FoundContexts = { [N in ContextName]: Found<ContextValues[N]> };

interface Fiber {
  type?: unknown;
  memoizedProps?: { router?: Partial<ConsoleRouter>; value?: unknown } | null;
  child?: Fiber | null;
  sibling?: Fiber | null;
}

const NAMES: readonly ContextName[] = ["AdminClientContext", "RealmContext", "AccessContext", "WhoAmIContext"];
const PROVIDER_OF_REACT_18 = Symbol.for("react.provider");
const CONTEXT = Symbol.for("react.context");

/** The root of the current fiber tree: React stores it on the element that it renders into. */
function rootFiber(app: HTMLElement | null): Fiber | undefined {
  const key = app && Object.keys(app).find((name) => name.startsWith("__reactContainer$"));
  if (!key) {
    return undefined;
  }
  const root = (app as unknown as Record<string, { stateNode?: { current?: Fiber } } | undefined>)[key];
  return root?.stateNode?.current ?? (root as Fiber | undefined);
}

function search(visit: (fiber: Fiber) => boolean): void {
  const root = rootFiber(document.getElementById("app"));
  const stack = root ? [root] : [];
  for (let fiber = stack.pop(); fiber; fiber = stack.pop()) {
    if (visit(fiber)) {
      return;
    }
    if (fiber.sibling) {
      stack.push(fiber.sibling);
    }
    if (fiber.child) {
      stack.push(fiber.child);
    }
  }
}

function isRouter(candidate: Partial<ConsoleRouter> | undefined): candidate is ConsoleRouter {
  const state = candidate?.state as { location?: Partial<ConsoleLocation> } | undefined;
  return (
    typeof candidate?.patchRoutes === "function" &&
    typeof candidate.navigate === "function" &&
    typeof candidate.revalidate === "function" &&
    typeof candidate.subscribe === "function" &&
    typeof candidate.routes?.[0]?.id === "string" &&
    typeof state?.location?.pathname === "string"
  );
}

export function findRouter(): ConsoleRouter | undefined {
  let router: ConsoleRouter | undefined;
  search((fiber) => {
    const candidate = fiber.memoizedProps?.router;
    if (isRouter(candidate)) {
      router = candidate;
    }
    return router !== undefined;
  });
  return router;
}

function providedContext(fiber: Fiber): (Context<unknown> & { displayName?: string }) | undefined {
  const type = fiber.type as { $$typeof?: symbol; _context?: Context<unknown> } | null | undefined;
  if (type?.$$typeof === PROVIDER_OF_REACT_18) {
    return type._context;
  }
  const isProvider = type?.$$typeof === CONTEXT && fiber.memoizedProps && "value" in fiber.memoizedProps;
  return isProvider ? (type as unknown as Context<unknown>) : undefined;
}

/** The console's contexts and their current values; undefined until all of them are found. */
export function findContexts(): FoundContexts | undefined {
  const found = new Map<string, Found<unknown>>();
  search((fiber) => {
    const context = providedContext(fiber);
    const name = NAMES.find((candidate) => candidate === context?.displayName);
    if (context && name && !found.has(name)) {
      found.set(name, { context, value: fiber.memoizedProps?.value });
    }
    return found.size === NAMES.length;
  });
  return found.size === NAMES.length ? (Object.fromEntries(found) as unknown as FoundContexts) : undefined;
}

async function waitFor<T>(find: () => T | undefined, attempts: number, pause: number): Promise<T | undefined> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const found = find();
    if (found !== undefined) {
      return found;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return undefined;
}

const NAV_ITEM = "nav-item-app-keys";
const NAV = ".keycloak__page_nav__nav .pf-v5-c-nav";
const NEIGHBOURS = ["clients", "client-scopes", "roles", "users", "groups", "sessions", "events"];

interface NavItem {
  text: string;
  href: string;
  current: boolean;
  onClick: () => void;
}

/** Inserts the item after "Clients", else into the same group, else into a group of its own. */
function placeNavItem(item: HTMLLIElement): boolean {
  const neighbours = NEIGHBOURS.map((name) => document.getElementById(`nav-item-${name}`)?.closest("li"));
  const neighbour = neighbours.find((candidate) => candidate);
  if (neighbours[0]) {
    neighbours[0].after(item);
    return true;
  }
  if (neighbour) {
    neighbour.parentElement?.append(item);
    return true;
  }
  const nav = document.querySelector(NAV);
  if (!nav) {
    return false;
  }
  const section = document.createElement("section");
  section.className = "pf-v5-c-nav__section";
  const list = document.createElement("ul");
  list.className = "pf-v5-c-nav__list";
  list.setAttribute("role", "list");
  list.append(item);
  section.append(list);
  nav.append(section);
  return true;
}

/** Adds, updates or (without an item) removes the link. Changes the DOM only where something differs. */
export function showNavItem(item: NavItem | undefined): void {
  let link = document.getElementById(NAV_ITEM) as HTMLAnchorElement | null;
  if (!item) {
    const section = link?.closest("section");
    const isAlone = section?.querySelectorAll("li").length === 1;
    (isAlone ? section : link?.parentElement)?.remove();
    return;
  }
  if (!link) {
    const entry = document.createElement("li");
    link = document.createElement("a");
    link.id = NAV_ITEM;
    link.dataset.testid = NAV_ITEM;
    entry.append(link);
    if (!placeNavItem(entry)) {
      return;
    }
  }
  link.onclick = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) {
      return;
    }
    event.preventDefault();
    item.onClick();
  };
  const classes = `pf-v5-c-nav__link${item.current ? " pf-m-current" : ""}`;
  if (link.className !== classes) {
    link.className = classes;
  }
  if (link.textContent !== item.text) {
    link.textContent = item.text;
  }
  if (link.getAttribute("href") !== item.href) {
    link.setAttribute("href", item.href);
  }
  if (item.current !== link.hasAttribute("aria-current")) {
    link.toggleAttribute("aria-current", item.current);
    if (item.current) {
      link.setAttribute("aria-current", "page");
    }
  }
}

export interface Section {
  route: ConsoleRoute;
  /** Whether a path of the console belongs to the section. */
  owns: (pathname: string) => boolean;
  /** Runs once the console's contexts are found. The nav item is added after it. */
  prepare: (contexts: FoundContexts) => Promise<void>;
  /** The nav item for the current administrator; undefined for none. */
  navItem: (router: ConsoleRouter, contexts: FoundContexts) => NavItem | undefined;
}

/** How long to wait for the console: the network may be slow, and the user may have to log in first. */
interface Patience {
  attempts: number;
  pause: number;
}

/** Adds the section to the console. Returns whether it succeeded. */
export async function install(section: Section, patience: Patience = { attempts: 1200, pause: 50 }): Promise<boolean> {
  try {
    const router = await waitFor(findRouter, patience.attempts, patience.pause);
    const root = router?.routes[0];
    if (!router || !root) {
      throw new Error("its router was not found");
    }
    const contexts = await waitFor(findContexts, patience.attempts, patience.pause);
    if (!contexts) {
      throw new Error("its contexts were not found");
    }
    const prepared = section.prepare(contexts);
    router.patchRoutes(root.id, [section.route]);
    if (section.owns(router.state.location.pathname)) {
      void router.revalidate();
    }
    await prepared;
    keepNavItem(section, router);
    return true;
  } catch (error) {
    console.warn("App keys could not be added to this admin console:", error);
    return false;
  }
}

function keepNavItem(section: Section, router: ConsoleRouter): void {
  let scheduled = false;
  const show = () => {
    scheduled = false;
    const contexts = findContexts();
    if (contexts) {
      showNavItem(section.navItem(router, contexts));
    }
  };
  const schedule = () => {
    if (!scheduled) {
      scheduled = true;
      requestAnimationFrame(show);
    }
  };
  const app = document.getElementById("app");
  if (app) {
    new MutationObserver(schedule).observe(app, { childList: true, subtree: true });
  }
  router.subscribe(schedule);
  schedule();
}
