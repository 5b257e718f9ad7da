import { FormSection, FormSelect, FormSelectOption } from "@patternfly/react-core";
import { Controller, useWatch, type Control } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { described, Field } from "../parts/Field";
import { PartnerFields } from "./PartnerFields";
import { LEAK_ACTIONS, type SettingsFields } from "./settings";
import { SwitchField, TextField } from "./SettingsFields";

/** The part of the form about reports of leaked appTokens. */
export function LeakFields({ control }: { control: Control<SettingsFields> }) {
  const { t } = useTranslation();
  const action = useWatch({ control, name: "leakAction" });
  return (
    <FormSection title={t("appKeys.leaks.title")} titleElement="h2">
      <SwitchField control={control} name="leakReports" id="settings-leak-reports" />
      <Controller
        name="leakAction"
        control={control}
        render={({ field, fieldState: { error } }) => (
          <Field
            id="settings-leak-action"
            label={t("appKeys.settings.leakAction")}
            help={t("appKeys.settings.leakActionHelp")}
            error={error?.message}
          >
            <FormSelect
              {...field}
              {...described("settings-leak-action", error?.message)}
              data-testid="settings-leak-action"
            >
              {LEAK_ACTIONS.map((name) => (
                <FormSelectOption key={name} value={name} label={t(`appKeys.leaks.action.${name}`)} />
              ))}
            </FormSelect>
          </Field>
        )}
      />
      {action === "END_AFTER" && (
        <TextField control={control} name="leakAfterHours" id="settings-leak-after-hours" isRequired />
      )}
      <PartnerFields control={control} />
    </FormSection>
  );
}
