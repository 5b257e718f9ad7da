import { createContext, useContext, useEffect, useMemo, useSyncExternalStore, type PropsWithChildren } from "react";
import { Api } from "../api/Api";
import { accessOf, type Access } from "./access";
import { findContexts, findRouter, type ConsoleLocation, type ConsoleRouter, type ContextValues } from "./bridge";
import { loadMessages } from "./i18n";

/** What the section gets from the console around it. */
interface ConsoleContextValue {
  realm: string;
  /** The locale of the administrator, for messages and dates. */
  locale: string;
  access: Access;
  api: Api;
  router: ConsoleRouter;
  navigate: (path: string, options?: { replace?: boolean }) => void;
  /** Reloads the administrator's rights. */
  refreshAccess: () => Promise<void>;
}

const ConsoleContext = createContext<ConsoleContextValue | undefined>(undefined);

export function useConsole(): ConsoleContextValue {
  const value = useContext(ConsoleContext);
  if (!value) {
    throw new Error("outside of the section");
  }
  return value;
}

/** Provides values of the console's contexts. Both use the same React, so a change there renders the section again. */
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
  const who: ContextValues["WhoAmIContext"] =
    useContext(contexts.WhoAmIContext.context) ?? contexts.WhoAmIContext.value;
  const locale = who.whoAmI.locale ?? "en";

  useEffect(() => {
    void loadMessages(locale);
  }, [locale]);

  const api = useMemo(() => new Api(adminClient.baseUrl, realm, () => adminClient.getAccessToken()), [adminClient, realm]);
  const value = useMemo<ConsoleContextValue>(
    () => ({
      realm,
      locale,
      access: accessOf(hasAccess),
      api,
      router,
      navigate: (path, options) => void router.navigate(path, options),
      refreshAccess: async () => {
        await keycloak.updateToken(-1);
        who.refresh();
      },
    }),
    [realm, locale, hasAccess, api, router, keycloak, who],
  );
  return <ConsoleContext.Provider value={value}>{children}</ConsoleContext.Provider>;
}

/** The current location of the console's router. */
export function useLocation(): ConsoleLocation {
  const { router } = useConsole();
  return useSyncExternalStore(
    (listener) => router.subscribe(listener),
    () => router.state.location,
  );
}
