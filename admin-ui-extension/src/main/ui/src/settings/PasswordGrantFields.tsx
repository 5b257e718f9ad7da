import { FormSection, FormSelect, FormSelectOption, TextArea } from "@patternfly/react-core";
import { Controller, useWatch, type Control } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { useConsole } from "../console/ConsoleContext";
import { described, Field } from "../parts/Field";
import { MomentField } from "../parts/MomentField";
import { ExceptionFields } from "./ExceptionFields";
import { SCOPES, type SettingsFields } from "./settings";
import { SwitchField, TextField } from "./SettingsFields";

/** The part of the form about password grants: observing them, announcing their end, ending them. */
export function PasswordGrantFields({ control }: { control: Control<SettingsFields> }) {
  const { t } = useTranslation();
  return (
    <FormSection title={t("appKeys.grants.title")} titleElement="h2">
      <p>{t("appKeys.settings.adminCli")}</p>
      <SwitchField control={control} name="observe" id="settings-observe" />
      <TextField control={control} name="retentionDays" id="settings-retention-days" isRequired />
      <Controller
        name="cutoff"
        control={control}
        render={({ field: { value, onChange, onBlur, ref }, fieldState: { error } }) => (
          <MomentField
            id="settings-cutoff"
            label={t("appKeys.settings.cutoff")}
            help={t("appKeys.settings.cutoffHelp")}
            error={error?.message}
            value={value}
            onChange={onChange}
            onBlur={onBlur}
            inputRef={ref}
          />
        )}
      />
      <ClientsFields control={control} />
      <ExceptionFields control={control} />
      <TextField control={control} name="documentationUrl" id="settings-documentation-url" />
    </FormSection>
  );
}

/** The clients for which they end. */
function ClientsFields({ control }: { control: Control<SettingsFields> }) {
  const { t } = useTranslation();
  const { realm } = useConsole();
  const [scope, clients] = useWatch({ control, name: ["scope", "clients"] });
  // in the master realm the list counts for every scope: admin-cli is only included if it is listed
  const hasClients = scope === "SELECTED" || clients !== "" || realm === "master";
  return (
    <>
      <Controller
        name="scope"
        control={control}
        render={({ field, fieldState: { error } }) => (
          <Field
            id="settings-scope"
            label={t("appKeys.settings.scope")}
            help={t("appKeys.settings.scopeHelp")}
            error={error?.message}
          >
            <FormSelect {...field} {...described("settings-scope", error?.message)} data-testid="settings-scope">
              {SCOPES.map((name) => (
                <FormSelectOption key={name} value={name} label={t(`appKeys.settings.scope.${name}`)} />
              ))}
            </FormSelect>
          </Field>
        )}
      />
      {hasClients && (
        <Controller
          name="clients"
          control={control}
          render={({ field, fieldState: { error } }) => (
            <Field
              id="settings-clients"
              label={t("appKeys.settings.clients")}
              help={t("appKeys.settings.clientsHelp")}
              error={error?.message}
            >
              <TextArea
                {...field}
                {...described("settings-clients", error?.message)}
                spellCheck={false}
                resizeOrientation="vertical"
                data-testid="settings-clients"
              />
            </Field>
          )}
        />
      )}
    </>
  );
}
