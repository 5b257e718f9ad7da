import { ActionGroup, Alert, Button, Form } from "@patternfly/react-core";
import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { ApiError, messageOf } from "../api/ApiError";
import type { Settings } from "../api/types";
import { useConsole } from "../console/ConsoleContext";
import { ConfirmDialog, type Confirmation } from "../parts/ConfirmDialog";
import { IdleCount } from "./IdleCount";
import { LeakFields } from "./LeakFields";
import { PasswordGrantFields } from "./PasswordGrantFields";
import { endsNow, fieldsOf, settingsFieldOf, settingsOf, type SettingsFields } from "./settings";
import { SettingsConflict } from "./SettingsConflict";
import { SwitchField, TextField } from "./SettingsFields";
import { SettingsWarnings } from "./SettingsWarnings";
import { useConflict } from "./useConflict";

interface Props {
  settings: Settings;
  onSaved: () => void;
}

export function SettingsForm({ settings, onSaved }: Props) {
  const { t } = useTranslation();
  const { api, refreshAccess } = useConsole();
  const { addAlert } = useAlerts();
  const [problem, setProblem] = useState<string>();
  const [confirmation, setConfirmation] = useState<Confirmation>();
  const form = useForm<SettingsFields>({ defaultValues: fieldsOf(settings) });
  const { control, handleSubmit, setError, formState } = form;
  const { isSubmitting, isDirty } = formState;
  const conflict = useConflict(settings, form);
  const before = conflict.base;

  const save = async (fields: SettingsFields, keepPolicy: boolean) => {
    setProblem(undefined);
    try {
      await api.saveSettings({ ...settingsOf(fields), version: before.version }, keepPolicy);
      addAlert(t("appKeys.saved"));
      if (fields.enabled && !before.enabled) {
        await refreshAccess();
      }
      onSaved();
    } catch (error) {
      showError(error);
    }
  };
  const showError = (error: unknown) => {
    const field = settingsFieldOf(error);
    if (field) {
      setError(field, { type: "server", message: messageOf(error) }, { shouldFocus: true });
    } else if (error instanceof ApiError && error.status === 409) {
      conflict.found();
    } else {
      setProblem(error instanceof ApiError && error.status === 403 ? t("appKeys.forbidden") : messageOf(error));
    }
  };
  const submit = async (fields: SettingsFields) => {
    const warnings = await warningsOf(fields);
    if (!warnings) {
      return;
    }
    let keepPolicy = false;
    const ask = (name: "disable" | "endsNow" | "toolsEnd", ok: string) =>
      setConfirmation({
        title: t(`appKeys.settings.${name}Title`),
        text: (
          <SettingsWarnings
            text={t(`appKeys.settings.${name}Text`, { cutoff: fields.cutoff })}
            warnings={warnings}
            onKeepPolicy={
              name === "disable"
                ? (keep) => {
                    keepPolicy = keep;
                  }
                : undefined
            }
          />
        ),
        ok,
        danger: true,
        action: () => save(fields, keepPolicy),
      });
    if (before.enabled && !fields.enabled) {
      ask("disable", t("appKeys.disable"));
    } else if (endsNow(before, fields, new Date())) {
      ask("endsNow", t("appKeys.settings.endNow"));
    } else if (warnings.length > 0) {
      ask("toolsEnd", t("appKeys.save"));
    } else {
      await save(fields, false);
    }
  };
  /** Undefined if the server refuses these settings; the form says why then. */
  const warningsOf = async (fields: SettingsFields) => {
    setProblem(undefined);
    try {
      return await api.settingsWarnings({ ...settingsOf(fields), version: before.version });
    } catch (error) {
      showError(error);
      return undefined;
    }
  };

  return (
    <>
      <ConfirmDialog confirmation={confirmation} onClose={() => setConfirmation(undefined)} />
      <Form isHorizontal noValidate onSubmit={(event) => void handleSubmit(submit)(event)}>
        {problem !== undefined && <Alert component="p" isInline isLiveRegion variant="danger" title={problem} />}
        <SwitchField control={control} name="enabled" id="settings-enabled" />
        <SwitchField control={control} name="requireRole" id="settings-require-role" />
        <TextField control={control} name="defaultOverlapSeconds" id="settings-default-overlap" isRequired />
        <TextField control={control} name="maxTokenAgeSeconds" id="settings-max-token-age" isRequired />
        <TextField control={control} name="idleDays" id="settings-idle-days" isRequired />
        <IdleCount control={control} saved={before.idleDays} />
        <TextField control={control} name="claimLinkSeconds" id="settings-claim-link" isRequired />
        <TextField control={control} name="gatewayMaxAge" id="settings-gateway-max-age" isRequired />
        <SwitchField control={control} name="guardAdministrators" id="settings-guard-administrators" />
        <SwitchField control={control} name="selfRenewal" id="settings-self-renewal" />
        <SwitchField control={control} name="strictRoles" id="settings-strict-roles" />
        <SwitchField control={control} name="shortHeaderNames" id="settings-short-header-names" />
        <TextField control={control} name="appKeyHeader" id="settings-app-key-header" isRequired />
        <TextField control={control} name="appTokenHeader" id="settings-app-token-header" isRequired />
        <PasswordGrantFields control={control} />
        <LeakFields control={control} />
        <SettingsConflict conflict={conflict} />
        <ActionGroup>
          <Button
            type="submit"
            data-testid="settings-save"
            isLoading={isSubmitting}
            isDisabled={isSubmitting || !isDirty}
          >
            {t("appKeys.save")}
          </Button>
        </ActionGroup>
      </Form>
    </>
  );
}
