import { Alert } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { PasswordGrants } from "../api/types";
import { useConsole } from "../console/ConsoleContext";
import { isPast } from "../parts/moment";
import { RouteLink } from "../parts/RouteLink";
import { settingsPath } from "../routes/paths";

/** Alerts above the report: whether password grants are observed, and when they end. */
export function PasswordGrantsState({ grants }: { grants: PasswordGrants }) {
  const { t } = useTranslation();
  const { realm } = useConsole();
  const settings = (
    <RouteLink to={settingsPath(realm)} testId="password-grants-settings" isInText>
      {t("appKeys.settings.title")}
    </RouteLink>
  );
  return (
    <>
      {!grants.observe && (
        <Alert
          component="p"
          isInline
          variant="warning"
          title={t("appKeys.grants.notObserved")}
          data-testid="password-grants-not-observed"
          actionLinks={settings}
        />
      )}
      {grants.cutoff !== null && (
        <Alert
          component="p"
          isInline
          variant="info"
          title={t(isPast(grants.cutoff, new Date()) ? "appKeys.grants.ended" : "appKeys.grants.ends", {
            cutoff: grants.cutoff,
          })}
          data-testid="password-grants-cutoff"
          actionLinks={settings}
        />
      )}
    </>
  );
}
