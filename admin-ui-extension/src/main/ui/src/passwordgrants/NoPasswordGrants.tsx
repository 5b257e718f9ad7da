import { Button } from "@patternfly/react-core";
import { UserIcon } from "@patternfly/react-icons";
import { useTranslation } from "react-i18next";
import { Empty } from "../parts/Empty";

/** Shown instead of the report while no password grant was observed. */
export function NoPasswordGrants({ onRefresh }: { onRefresh: () => void }) {
  const { t } = useTranslation();
  return (
    <Empty
      testId="password-grants-empty"
      title={t("appKeys.grants.empty")}
      icon={UserIcon}
      actions={
        <Button variant="link" data-testid="password-grants-refresh" onClick={onRefresh}>
          {t("appKeys.refresh")}
        </Button>
      }
    >
      {t("appKeys.grants.emptyText")}
    </Empty>
  );
}
