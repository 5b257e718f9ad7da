import { Label } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Pair } from "../api/types";

/** Whether a pair is a decoy, and whether something was seen of it that needs care. */
export function AlarmLabels({ pair }: { pair: Pair }) {
  const { t } = useTranslation();
  return (
    <>
      {pair.decoy && (
        <Label color="purple" data-testid={`app-key-decoy-${pair.appKey}`}>
          {t("appKeys.decoy")}
        </Label>
      )}
      {pair.alarms.length > 0 && (
        <Label color="red" data-testid={`app-key-alarm-${pair.appKey}`}>
          {t(`appKeys.alarm.short.${pair.alarms[0]?.kind ?? "LEAKED"}`)}
        </Label>
      )}
    </>
  );
}
