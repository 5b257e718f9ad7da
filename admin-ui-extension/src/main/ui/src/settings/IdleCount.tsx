import { Alert } from "@patternfly/react-core";
import { useCallback } from "react";
import { useWatch, type Control } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { useConsole } from "../console/ConsoleContext";
import { useDebounced } from "../parts/useDebounced";
import { useLoad } from "../parts/useLoad";
import { BOUNDS, type SettingsFields } from "./settings";

interface Props {
  control: Control<SettingsFields>;
  /** The days that are saved. */
  saved: number;
}

/** Says how many appTokens a new number of days would switch off, before it is saved. */
export function IdleCount({ control, saved }: Props) {
  const { t } = useTranslation();
  const { api } = useConsole();
  const days = Number(useDebounced(useWatch({ control, name: "idleDays" })));
  const isNew = Number.isInteger(days) && days > 0 && days <= BOUNDS.idleDays.max && days !== saved;
  const { data } = useLoad(
    useCallback(
      (signal: AbortSignal) => (isNew ? api.idle(days, signal) : Promise.resolve(undefined)),
      [api, days, isNew],
    ),
  );
  return (
    isNew &&
    data?.days === days &&
    data.appTokens > 0 && (
      <Alert
        component="p"
        isInline
        isLiveRegion
        variant="warning"
        data-testid="settings-idle-count"
        title={t("appKeys.settings.idleCount", { days, count: data.appTokens })}
      />
    )
  );
}
