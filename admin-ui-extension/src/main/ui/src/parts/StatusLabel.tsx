import { Label } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { colourOf, statusMessageKey } from "./status";

export function StatusLabel({ status, testId }: { status: string; testId?: string }) {
  const { t } = useTranslation();
  const key = statusMessageKey(status);
  return (
    <Label color={colourOf(status)} data-testid={testId} data-status={status}>
      {key === undefined ? status : t(key)}
    </Label>
  );
}
