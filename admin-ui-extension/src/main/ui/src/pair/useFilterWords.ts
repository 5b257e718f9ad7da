import { useTranslation } from "react-i18next";
import { useConsole } from "../console/ConsoleContext";
import { days } from "../parts/spans";
import { CLAIM_FILTERS } from "../routes/list";
import { NEVER, type PanelFilter } from "./filters";

/** The words for the filters of the panel and for their values. */
export function useFilterWords() {
  const { t } = useTranslation();
  const { locale } = useConsole();
  const titles: Record<PanelFilter, string> = {
    expires: t("appKeys.list.expiresWithin"),
    use: t("appKeys.lastUsed"),
    claim: t("appKeys.claim.link"),
    renewal: t("appKeys.list.renewal"),
    role: t("appKeys.roles.name"),
    contact: t("appKeys.contact"),
  };
  const value = (filter: PanelFilter, text: string): string => {
    switch (filter) {
      case "expires":
        return days(Number(text), locale);
      case "use":
        return text === NEVER ? t("appKeys.never") : t("appKeys.list.longAgo", { days: days(Number(text), locale) });
      case "claim": {
        const name = CLAIM_FILTERS.find((known) => known === text);
        return name === undefined ? text : t(`appKeys.list.claim.${name}`);
      }
      case "renewal":
        return t("appKeys.list.renewalRunning");
      default:
        return text;
    }
  };
  return { title: (filter: PanelFilter) => titles[filter], value };
}
