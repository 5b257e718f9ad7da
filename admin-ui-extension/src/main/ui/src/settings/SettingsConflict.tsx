import { Alert, AlertActionLink } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Conflict } from "./useConflict";

/** Alerts for a conflict with another administrator's changes: how to resolve it, and the result. */
export function SettingsConflict({ conflict }: { conflict: Conflict }) {
  const { t } = useTranslation();
  const { isFound, both, problem, resolve } = conflict;
  if (isFound) {
    return (
      <Alert
        component="p"
        isInline
        isLiveRegion
        variant="warning"
        title={t("appKeys.settings.conflict")}
        data-testid="settings-conflict"
        actionLinks={
          <AlertActionLink data-testid="settings-conflict-load" onClick={() => void resolve()}>
            {t("appKeys.settings.conflictLoad")}
          </AlertActionLink>
        }
      >
        {problem ?? t("appKeys.settings.conflictText")}
      </Alert>
    );
  }
  return both === undefined ? null : (
    <Alert
      component="p"
      isInline
      isLiveRegion
      variant="info"
      title={t("appKeys.settings.merged")}
      data-testid="settings-merged"
    >
      {both.length > 0 &&
        t("appKeys.settings.mergedBoth", { fields: both.map((name) => t(`appKeys.settings.${name}`)).join("; ") })}
    </Alert>
  );
}
