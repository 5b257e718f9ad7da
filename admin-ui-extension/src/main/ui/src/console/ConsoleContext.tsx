import { createContext, useContext, useEffect, useMemo, useSyncExternalStore, type PropsWithChildren } from "react";
import { Api } from "../api/Api";
import { accessOf, type Access } from "./access";
import { findContexts, findRouter, type ConsoleContexts, type ConsoleLocation, type ConsoleRouter } from "./bridge";
import { speak } from "./i18n";

/** What the section knows of the console around it. */
export interface Surroundings {
  realm: string;
  /** The locale of the administrator, for words and dates. */
  locale: string;
  access: Access;
  api: Api;
  router: ConsoleRouter;
  go: (path: string, options?: { replace?: boolean }) => void;
  /** Asks the server again for what the administrator may do. */
  refreshAccess: () => Promise<void>;
}

const SurroundingsContext = createContext<Surroundings | undefined>(undefined);

export function useConsole(): Surroundings {
  const surroundings = useContext(SurroundingsContext);
  if (!surroundings) {
    throw new Error("outside of the section");
  }
  return surroundings;
}

/** The console's own contexts, live: they are of the same React, so that a change there renders us anew. */
export function ConsoleProvider({ children }: PropsWithChildren) {
  const found = useMemo(() => {
    const contexts = findContexts();
    const router = findRouter();
    if (!contexts || !router) {
      throw new Error("The admin console was not found around the section");
    }
    return { contexts, router };
  }, []);
  const { contexts, router } = found;
  const { adminClient, keycloak } = useContext(contexts.AdminClientContext.context) ?? contexts.AdminClientContext.value;
  const { realm } = useContext(contexts.RealmContext.context) ?? contexts.RealmContext.value;
  const { hasAccess } = useContext(contexts.AccessContext.context) ?? contexts.AccessContext.value;
  const who: ConsoleContexts["WhoAmIContext"] =
    useContext(contexts.WhoAmIContext.context) ?? contexts.WhoAmIContext.value;
  const locale = who.whoAmI.locale ?? "en";

  useEffect(() => {
    void speak(locale);
  }, [locale]);

  const api = useMemo(() => new Api(adminClient.baseUrl, realm, () => adminClient.getAccessToken()), [adminClient, realm]);
  const surroundings = useMemo<Surroundings>(
    () => ({
      realm,
      locale,
      access: accessOf(hasAccess),
      api,
      router,
      go: (path, options) => void router.navigate(path, options),
      refreshAccess: async () => {
        await keycloak.updateToken(-1);
        who.refresh();
      },
    }),
    [realm, locale, hasAccess, api, router, keycloak, who],
  );
  return <SurroundingsContext.Provider value={surroundings}>{children}</SurroundingsContext.Provider>;
}

/** Where the console is now. */
export function useLocation(): ConsoleLocation {
  const { router } = useConsole();
  return useSyncExternalStore(
    (listener) => router.subscribe(listener),
    () => router.state.location,
  );
}
