import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useConsole } from "../console/ConsoleContext";

/** Enables app keys in the realm, which may be repeated: it puts back what is missing. */
export function useEnable(onEnabled: () => void): { enable: () => Promise<void>; busy: boolean } {
  const { t } = useTranslation();
  const { api, refreshAccess } = useConsole();
  const { addAlert, addError } = useAlerts();
  const [busy, setBusy] = useState(false);
  const enable = async () => {
    setBusy(true);
    try {
      await api.saveSettings({ enabled: true });
      addAlert(t("appKeys.settings.enabledNow"));
      await refreshAccess();
      onEnabled();
    } catch (error) {
      addError("appKeys.failed", error);
    } finally {
      setBusy(false);
    }
  };
  return { enable, busy };
}
