import { lazy, Suspense } from "react";
import { mayOpen } from "./console/access";
import { install } from "./console/bridge";
import { i18n, loadMessages, whenLoaded } from "./console/i18n";
import { ownsPath, sectionPath } from "./routes/paths";

// only the nav item is loaded at once; everything else when the section is opened
const Shell = lazy(async () => {
  const [shell] = await Promise.all([import("./Shell"), whenLoaded()]);
  return shell;
});

void install({
  owns: ownsPath,
  route: {
    id: "app-keys",
    path: "/:realm/app-keys/*",
    // the section checks the rights itself
    handle: { access: "anyone", breadcrumb: () => i18n.t("appKeys.title") },
    element: (
      <Suspense fallback={null}>
        <Shell />
      </Suspense>
    ),
  },
  prepare: (contexts) => loadMessages(contexts.WhoAmIContext.value.whoAmI.locale),
  navItem: (router, contexts) => {
    const { realm } = contexts.RealmContext.value;
    if (!mayOpen(contexts.AccessContext.value.hasAccess)) {
      return undefined;
    }
    const path = sectionPath(realm);
    return {
      text: i18n.t("appKeys.title"),
      href: `#${path}`,
      current: ownsPath(router.state.location.pathname),
      onClick: () => void router.navigate(path),
    };
  },
});
