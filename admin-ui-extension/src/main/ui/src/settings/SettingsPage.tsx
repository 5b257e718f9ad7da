import { PageSection } from "@patternfly/react-core";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useConsole } from "../console/ConsoleContext";
import { Heading } from "../parts/Heading";
import { Loading, Problem } from "../parts/Problem";
import { useLoad } from "../parts/useLoad";
import { SettingsForm } from "./SettingsForm";
import { SettingsProblems } from "./SettingsProblems";

export function SettingsPage() {
  const { t } = useTranslation();
  const { api } = useConsole();
  const load = useCallback((signal: AbortSignal) => api.settings(signal), [api]);
  const { data, error, reload } = useLoad(load);
  return (
    <>
      <Heading title={t("appKeys.settings.title")} isInner />
      <PageSection variant="light">
        {error !== undefined && <Problem error={error} onRetry={reload} />}
        {!data && error === undefined && <Loading />}
        {data && <SettingsProblems problems={data.problems} onRepaired={reload} />}
        {data && <SettingsForm key={JSON.stringify(data)} settings={data} onSaved={reload} />}
      </PageSection>
    </>
  );
}
