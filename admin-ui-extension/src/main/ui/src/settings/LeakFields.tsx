import { FormSection } from "@patternfly/react-core";
import { useWatch, type Control } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { PartnerFields } from "./PartnerFields";
import { CLEARTEXT_ACTIONS, LEAK_ACTIONS, type SettingsFields } from "./settings";
import { SelectField, SwitchField, TextField } from "./SettingsFields";

/** The part of the form about appTokens that others may have seen. */
export function LeakFields({ control }: { control: Control<SettingsFields> }) {
  const { t } = useTranslation();
  const action = useWatch({ control, name: "leakAction" });
  return (
    <FormSection title={t("appKeys.leaks.title")} titleElement="h2">
      <SwitchField control={control} name="leakReports" id="settings-leak-reports" />
      <SelectField
        control={control}
        name="leakAction"
        id="settings-leak-action"
        options={LEAK_ACTIONS.map((value) => ({ value, label: t(`appKeys.leaks.action.${value}`) }))}
      />
      {action === "END_AFTER" && (
        <TextField control={control} name="leakAfterHours" id="settings-leak-after-hours" isRequired />
      )}
      <PartnerFields control={control} />
      <SelectField
        control={control}
        name="cleartext"
        id="settings-cleartext"
        options={CLEARTEXT_ACTIONS.map((value) => ({ value, label: t(`appKeys.leaks.cleartext.${value}`) }))}
      />
    </FormSection>
  );
}
