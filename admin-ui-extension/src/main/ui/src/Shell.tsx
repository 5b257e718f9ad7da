import { PageSection } from "@patternfly/react-core";
import { AlertProvider } from "@keycloak/keycloak-ui-shared";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "./api/ApiError";
import { ConsoleProvider, useConsole, useLocation } from "./console/ConsoleContext";
import { TestPage } from "./diagnosis/TestPage";
import { AdoptPage } from "./pair/AdoptPage";
import { CreatePage } from "./pair/CreatePage";
import { DetailPage } from "./pair/DetailPage";
import { ListPage } from "./pair/ListPage";
import { Heading } from "./parts/Heading";
import { Problem } from "./parts/Problem";
import { PasswordGrantsPage } from "./passwordgrants/PasswordGrantsPage";
import { ownsPath, routeOf } from "./routes/paths";
import { SettingsPage } from "./settings/SettingsPage";
import { ImportPage } from "./transfer/ImportPage";

/** The root component of the section: shows the page for the current route, if the administrator may see it. */
export default function Shell() {
  return (
    <ConsoleProvider>
      <AlertProvider>
        <Section />
      </AlertProvider>
    </ConsoleProvider>
  );
}

/**
 * The address while it is one of this section. While the console loads another page, the address is that page's
 * already, and ours stays as it was.
 */
function useOwnLocation() {
  const { pathname, search } = useLocation();
  const [own, setOwn] = useState({ pathname, search });
  if (ownsPath(pathname) && (pathname !== own.pathname || search !== own.search)) {
    setOwn({ pathname, search });
  }
  return own;
}

function Section() {
  const { t } = useTranslation();
  const { realm, access } = useConsole();
  const { pathname, search } = useOwnLocation();
  const route = useMemo(() => routeOf(pathname, search), [pathname, search]);
  const allowed = {
    list: access.view || access.settings,
    new: access.manage,
    adopt: access.manage && access.manageClients,
    import: access.transfer,
    settings: access.settings,
    test: access.view,
    "password-grants": access.view,
    key: access.view,
    unknown: true,
  }[route.page];
  if (!allowed) {
    return (
      <>
        <Heading title={t("appKeys.title")} isInner />
        <PageSection>
          <Problem error={new ApiError(403, "")} />
        </PageSection>
      </>
    );
  }
  switch (route.page) {
    case "list":
      return <ListPage key={realm} search={search} />;
    case "new":
      return <CreatePage key={realm + search} from={route.from} />;
    case "adopt":
      return <AdoptPage key={realm + search} from={route.from} />;
    case "import":
      return <ImportPage key={realm} />;
    case "settings":
      return <SettingsPage key={realm} />;
    case "test":
      return <TestPage key={realm} />;
    case "password-grants":
      return <PasswordGrantsPage key={realm} />;
    case "key":
      return (
        <DetailPage
          key={`${realm}/${route.appKey}`}
          appKey={route.appKey}
          tab={route.tab}
          link={route.link}
          from={route.from}
        />
      );
    case "unknown":
      return (
        <>
          <Heading title={t("appKeys.notFound")} isInner />
          <PageSection>{t("appKeys.notFoundText")}</PageSection>
        </>
      );
  }
}
