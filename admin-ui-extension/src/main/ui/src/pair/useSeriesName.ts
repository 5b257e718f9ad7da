import { useTranslation } from "react-i18next";
import { reasonMessageKey } from "./EventsTab";
import type { Series } from "./usage";

/** The words for what a part of a bar counts. */
export function useSeriesName() {
  const { t } = useTranslation();
  return (series: Series): string => {
    switch (series.kind) {
      case "accepted":
        return t("appKeys.events.accepted");
      case "others":
        return t("appKeys.usage.others");
      case "reason": {
        const key = reasonMessageKey(series.reason);
        return key === undefined ? series.reason : t(key);
      }
    }
  };
}
