import { Checkbox, List, ListItem } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SettingsWarning } from "../api/types";

interface Props {
  text: string;
  warnings: SettingsWarning[];
  /** Called with the choice to keep the client policy; undefined where app keys are not disabled. */
  onKeepPolicy?: (keep: boolean) => void;
}

/** What ends to hold when settings are saved, in the confirmation. */
export function SettingsWarnings({ text, warnings, onKeepPolicy }: Props) {
  const { t } = useTranslation();
  const [keep, setKeep] = useState(false);
  return (
    <>
      <p>{text}</p>
      <List data-testid="settings-warnings">
        {warnings.map(({ code, count, name }) => (
          <ListItem key={`${code} ${name ?? ""}`}>{t(`appKeys.settings.warning.${code}`, { count, name })}</ListItem>
        ))}
      </List>
      {onKeepPolicy && (
        <Checkbox
          id="settings-keep-policy"
          data-testid="settings-keep-policy"
          label={t("appKeys.settings.keepPolicyChoice")}
          description={t("appKeys.settings.keepPolicyDescription")}
          isChecked={keep}
          onChange={(_event, checked) => {
            setKeep(checked);
            onKeepPolicy(checked);
          }}
        />
      )}
    </>
  );
}
