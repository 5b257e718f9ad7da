import { Label } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { colourOf, wordOf } from "./status";

export function StatusLabel({ status, testId }: { status: string; testId?: string }) {
  const { t } = useTranslation();
  const word = wordOf(status);
  return (
    <Label color={colourOf(status)} data-testid={testId} data-status={status}>
      {word === undefined ? status : t(word)}
    </Label>
  );
}
