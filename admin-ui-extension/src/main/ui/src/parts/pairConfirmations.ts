import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { useTranslation } from "react-i18next";
import type { Pair } from "../api/types";
import { useConsole } from "../console/ConsoleContext";
import type { Confirmation } from "./ConfirmDialog";

/** The confirmations for disabling, enabling and deleting a pair, shared by several pages. */
export function usePairConfirmations() {
  const { t } = useTranslation();
  const { api } = useConsole();
  const { addAlert } = useAlerts();
  const name = (pair: Pair) => pair.label ?? pair.appKey;

  const toggle = (pair: Pair, onDone: () => void): Confirmation => ({
    title: t(pair.enabled ? "appKeys.disableDialog.title" : "appKeys.enableDialog.title", { text: name(pair) }),
    text: t(pair.enabled ? "appKeys.disableDialog.text" : "appKeys.enableDialog.text"),
    ok: t(pair.enabled ? "appKeys.disable" : "appKeys.enable"),
    danger: pair.enabled,
    action: async () => {
      await api.update(pair.appKey, { enabled: !pair.enabled });
      addAlert(t(pair.enabled ? "appKeys.disabledNow" : "appKeys.enabledNow", { text: name(pair) }));
      onDone();
    },
  });

  const remove = (pair: Pair, onDone: () => void): Confirmation => ({
    title: t("appKeys.deleteDialog.title", { text: name(pair) }),
    text: t("appKeys.deleteDialog.text"),
    ok: t("appKeys.delete"),
    danger: true,
    typed: pair.appKey,
    action: async () => {
      await api.remove(pair.appKey);
      addAlert(t("appKeys.deletedNow", { text: name(pair) }));
      onDone();
    },
  });

  return { toggle, remove };
}
