import { Alert, AlertActionLink, List, ListItem } from "@patternfly/react-core";
import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SettingsProblem } from "../api/types";
import { useConsole } from "../console/ConsoleContext";

interface Props {
  problems: SettingsProblem[];
  onRepaired: () => void;
}

/** What the realm lacks since another tool took it away, with a button that puts it right. */
export function SettingsProblems({ problems, onRepaired }: Props) {
  const { t } = useTranslation();
  const { api, refreshAccess } = useConsole();
  const { addAlert, addError } = useAlerts();
  const [busy, setBusy] = useState(false);
  if (problems.length === 0) {
    return null;
  }
  const repair = async () => {
    setBusy(true);
    try {
      await api.repairSettings();
      addAlert(t("appKeys.settings.repaired"));
      await refreshAccess();
      onRepaired();
    } catch (error) {
      addError("appKeys.failed", error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Alert
      component="p"
      isInline
      variant="warning"
      title={t("appKeys.settings.problems")}
      data-testid="settings-problems"
      actionLinks={
        problems.some(({ mendable }) => mendable) && (
          <AlertActionLink data-testid="settings-repair" isDisabled={busy} onClick={() => void repair()}>
            {t("appKeys.settings.repair")}
          </AlertActionLink>
        )
      }
    >
      <List>
        {problems.map(({ code, name, count }) => (
          <ListItem key={code}>{t(`appKeys.settings.problem.${code}`, { name, count })}</ListItem>
        ))}
      </List>
    </Alert>
  );
}
