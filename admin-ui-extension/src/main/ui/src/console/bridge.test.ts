// @vitest-environment jsdom
import { createContext, type Context } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { findContexts, findRouter, install, showNavItem, type ConsoleRoute, type Section } from "./bridge";

interface FakeFiber {
  type?: unknown;
  memoizedProps?: unknown;
  child?: FakeFiber;
  sibling?: FakeFiber;
}

const QUICK = { attempts: 2, pause: 1 };
const NAMES = ["AdminClientContext", "RealmContext", "AccessContext", "WhoAmIContext"] as const;

function render(fiber: FakeFiber) {
  const app = document.getElementById("app") as unknown as Record<string, unknown>;
  app.__reactContainer$x1 = { stateNode: { current: fiber } };
}

function named(name: string): Context<unknown> {
  const context = createContext<unknown>(undefined);
  context.displayName = name;
  return context;
}

function providers(names: readonly string[], values: Record<string, unknown> = {}): FakeFiber {
  return names.reduceRight<FakeFiber>(
    (child, name) => ({ type: named(name).Provider, memoizedProps: { value: values[name] ?? {} }, child }),
    {},
  );
}

function fakeRouter(pathname = "/shop/clients") {
  const patched: ConsoleRoute[] = [];
  return {
    patched,
    routes: [{ id: "0" }],
    state: { location: { pathname, search: "" } },
    patchRoutes: vi.fn((_parent: string, routes: ConsoleRoute[]) => patched.push(...routes)),
    navigate: vi.fn(),
    revalidate: vi.fn(() => Promise.resolve()),
    subscribe: vi.fn(() => () => undefined),
  };
}

function section(changes: Partial<Section> = {}): Section {
  return {
    route: { id: "app-keys", path: "/:realm/app-keys/*", element: null, handle: { access: "anyone", breadcrumb: () => "" } },
    owns: (pathname) => pathname.includes("/app-keys"),
    prepare: () => Promise.resolve(),
    navItem: () => ({ text: "App keys", href: "#/shop/app-keys", current: false, onClick: () => undefined }),
    ...changes,
  };
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
/** Waits until the nav item is shown and the observer has run. */
const nextFrame = async () => {
  await frame();
  await frame();
};
const item = () => document.getElementById("nav-item-app-keys");

beforeEach(() => {
  document.body.innerHTML = `
    <div id="app"><div class="keycloak__page_nav__nav"><nav class="pf-v5-c-nav"><section><ul>
      <li><a id="nav-item-clients"></a></li><li><a id="nav-item-users"></a></li>
    </ul></section></nav></div></div>`;
});

afterEach(() => vi.restoreAllMocks());

describe("the console's tree", () => {
  it("holds the router somewhere among children and siblings", () => {
    const router = fakeRouter();
    render({ child: { memoizedProps: null, sibling: { child: { memoizedProps: { router } } } } });

    expect(findRouter()).toBe(router);
  });

  it("may hold other things that are called router", () => {
    render({ child: { memoizedProps: { router: { patchRoutes: () => undefined } } } });

    expect(findRouter()).toBeUndefined();
  });

  it("holds the contexts under their names", () => {
    render(providers(NAMES, { RealmContext: { realm: "shop" } }));

    expect(findContexts()?.RealmContext.value.realm).toBe("shop");
  });

  it("has contexts of React 19 as elements of their own", () => {
    const realm = { $$typeof: Symbol.for("react.context"), displayName: "RealmContext" };
    const others = providers(NAMES.filter((name) => name !== "RealmContext"));
    render({ type: realm, memoizedProps: { value: { realm: "shop" } }, child: others });

    expect(findContexts()?.RealmContext.value.realm).toBe("shop");
  });

  it("is no use as long as one context is missing", () => {
    render(providers(NAMES.slice(1)));

    expect(findContexts()).toBeUndefined();
  });
});

describe("installing", () => {
  it("adds the route and the nav item behind Clients", async () => {
    const router = fakeRouter();
    render({ memoizedProps: { router }, child: providers(NAMES) });

    expect(await install(section(), QUICK)).toBe(true);
    await nextFrame();

    expect(router.patched.map((route) => route.id)).toEqual(["app-keys"]);
    expect(router.revalidate).not.toHaveBeenCalled();
    expect(document.getElementById("nav-item-clients")?.parentElement?.nextElementSibling?.firstElementChild).toBe(item());
  });

  it("renders a page of the section again that was opened before the route existed", async () => {
    const router = fakeRouter("/shop/app-keys/key/erp");
    render({ memoizedProps: { router }, child: providers(NAMES) });

    await install(section(), QUICK);
    await nextFrame();

    expect(router.revalidate).toHaveBeenCalledOnce();
  });

  it.each([
    ["the router", () => ({ child: providers(NAMES) })],
    ["the contexts", () => ({ memoizedProps: { router: fakeRouter() } })],
    ["React", () => undefined],
  ])("adds nothing and warns once where %s is not found", async (_what, tree) => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const fiber = tree() as FakeFiber | undefined;
    if (fiber) {
      render(fiber);
    }

    expect(await install(section(), QUICK)).toBe(false);
    await nextFrame();

    expect(warn).toHaveBeenCalledOnce();
    expect(item()).toBeNull();
    const props = fiber?.memoizedProps as { router?: ReturnType<typeof fakeRouter> } | undefined;
    expect(props?.router?.patched ?? []).toEqual([]);
  });

  it("does not break the console if its router is not as expected", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const router = { ...fakeRouter(), patchRoutes: () => { throw new Error("no"); } };
    render({ memoizedProps: { router }, child: providers(NAMES) });

    expect(await install(section(), QUICK)).toBe(false);
    expect(warn).toHaveBeenCalledOnce();
  });
});

describe("the nav item", () => {
  const shown = { text: "App keys", href: "#/shop/app-keys", current: false, onClick: () => undefined };

  it("follows the page and the language, and goes away", () => {
    showNavItem(shown);
    showNavItem({ ...shown, text: "Llaves", current: true });

    expect(item()?.textContent).toBe("Llaves");
    expect(item()?.className).toBe("pf-v5-c-nav__link pf-m-current");
    expect(item()?.getAttribute("aria-current")).toBe("page");

    showNavItem(shown);
    expect(item()?.hasAttribute("aria-current")).toBe(false);

    showNavItem(undefined);
    expect(item()).toBeNull();
    expect(document.querySelectorAll("li")).toHaveLength(2);
  });

  it("navigates without a reload, but leaves new tabs to the browser", () => {
    const onClick = vi.fn();
    showNavItem({ ...shown, onClick });

    item()?.dispatchEvent(new MouseEvent("click", { ctrlKey: true, cancelable: true }));
    expect(onClick).not.toHaveBeenCalled();
    const plain = new MouseEvent("click", { cancelable: true });
    item()?.dispatchEvent(plain);
    expect(onClick).toHaveBeenCalledOnce();
    expect(plain.defaultPrevented).toBe(true);
  });

  it("stands in the group where there are no clients", () => {
    document.getElementById("nav-item-clients")?.parentElement?.remove();
    showNavItem(shown);

    expect(document.querySelector("ul")?.lastElementChild?.firstElementChild).toBe(item());
  });

  it("has a group of its own where there is none, which goes away with it", () => {
    document.querySelector("section")?.remove();
    showNavItem(shown);

    expect(document.querySelector(".pf-v5-c-nav section.pf-v5-c-nav__section ul a")).toBe(item());
    showNavItem(undefined);
    expect(document.querySelector(".pf-v5-c-nav")?.children).toHaveLength(0);
  });
});
