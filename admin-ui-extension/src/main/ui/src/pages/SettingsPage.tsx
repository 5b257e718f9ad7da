import { ActionGroup, Alert, Button, Form, PageSection, Switch, TextInput } from "@patternfly/react-core";
import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { useCallback, useState } from "react";
import { Controller, useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { ApiError, messageOf, type Settings } from "../api";
import { useConsole } from "../console";
import { fieldOf } from "../lib/errors";
import { ConfirmDialog, type Confirmation } from "../parts/ConfirmDialog";
import { described, Field } from "../parts/Field";
import { Heading } from "../parts/Heading";
import { Loading, Problem } from "../parts/Problem";
import { useLoad } from "../useLoad";

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
        {data && <SettingsForm key={JSON.stringify(data)} settings={data} onSaved={reload} />}
      </PageSection>
    </>
  );
}

interface Fields {
  enabled: boolean;
  requireRole: boolean;
  defaultOverlapSeconds: string;
  maxTokenAgeSeconds: string;
  idleDays: string;
  claimLinkSeconds: string;
  appKeyHeader: string;
  appTokenHeader: string;
}

const FIELDS = ["defaultOverlapSeconds", "maxTokenAgeSeconds", "idleDays", "claimLinkSeconds", "headerNames"] as const;
const BOUNDS = {
  defaultOverlapSeconds: { min: 0, max: 315_360_000 },
  maxTokenAgeSeconds: { min: 0, max: 315_360_000 },
  idleDays: { min: 0, max: 3650 },
  claimLinkSeconds: { min: 60, max: 2_592_000 },
};

function fieldsOf(settings: Settings): Fields {
  return {
    enabled: settings.enabled,
    requireRole: settings.requireRole,
    defaultOverlapSeconds: String(settings.defaultOverlapSeconds),
    maxTokenAgeSeconds: String(settings.maxTokenAgeSeconds),
    idleDays: String(settings.idleDays),
    claimLinkSeconds: String(settings.claimLinkSeconds),
    appKeyHeader: settings.headerNames.appKey,
    appTokenHeader: settings.headerNames.appToken,
  };
}

function settingsOf(fields: Fields): Settings {
  return {
    enabled: fields.enabled,
    requireRole: fields.requireRole,
    defaultOverlapSeconds: Number(fields.defaultOverlapSeconds),
    maxTokenAgeSeconds: Number(fields.maxTokenAgeSeconds),
    idleDays: Number(fields.idleDays),
    claimLinkSeconds: Number(fields.claimLinkSeconds),
    headerNames: { appKey: fields.appKeyHeader.trim(), appToken: fields.appTokenHeader.trim() },
  };
}

function SettingsForm({ settings, onSaved }: { settings: Settings; onSaved: () => void }) {
  const { t } = useTranslation();
  const { api, refreshAccess } = useConsole();
  const { addAlert } = useAlerts();
  const [problem, setProblem] = useState<string>();
  const [confirmation, setConfirmation] = useState<Confirmation>();
  const { control, handleSubmit, setError, formState } = useForm<Fields>({ defaultValues: fieldsOf(settings) });
  const { errors, isSubmitting, isDirty } = formState;

  const save = async (fields: Fields) => {
    setProblem(undefined);
    try {
      await api.saveSettings(settingsOf(fields));
      addAlert(t("appKeys.saved"));
      if (fields.enabled && !settings.enabled) {
        await refreshAccess();
      }
      onSaved();
    } catch (error) {
      showError(error);
    }
  };
  const showError = (error: unknown) => {
    const field = FIELDS.find((name) => name === fieldOf(error, FIELDS));
    if (field) {
      const name = field === "headerNames" ? "appKeyHeader" : field;
      setError(name, { type: "server", message: messageOf(error) }, { shouldFocus: true });
    } else {
      setProblem(error instanceof ApiError && error.status === 403 ? t("appKeys.forbidden") : messageOf(error));
    }
  };
  const submit = async (fields: Fields) => {
    if (settings.enabled && !fields.enabled) {
      setConfirmation({
        title: t("appKeys.settings.disableTitle"),
        text: t("appKeys.settings.disableText"),
        ok: t("appKeys.disable"),
        danger: true,
        action: () => save(fields),
      });
    } else {
      await save(fields);
    }
  };
  const within = ({ min, max }: { min: number; max: number }) => ({
    validate: (value: string) =>
      (/^\d{1,9}$/.test(value) && Number(value) >= min && Number(value) <= max) ||
      t("appKeys.settings.numberWrong", { min, max }),
  });
  const header = { required: t("appKeys.settings.headerMissing") };

  return (
    <>
      <ConfirmDialog confirmation={confirmation} onClose={() => setConfirmation(undefined)} />
      <Form isHorizontal noValidate onSubmit={(event) => void handleSubmit(submit)(event)}>
        {problem !== undefined && <Alert component="p" isInline isLiveRegion variant="danger" title={problem} />}
        {(["enabled", "requireRole"] as const).map((name) => {
          const id = name === "enabled" ? "settings-enabled" : "settings-require-role";
          return (
            <Controller
              key={name}
              name={name}
              control={control}
              render={({ field: { value, onChange, ref } }) => (
                <Field id={id} label={t(`appKeys.settings.${name}`)} help={t(`appKeys.settings.${name}Help`)}>
                  <Switch
                    id={id}
                    name={name}
                    ref={ref}
                    data-testid={id}
                    aria-label={t(`appKeys.settings.${name}`)}
                    aria-describedby={`${id}-help`}
                    isChecked={value}
                    onChange={(_event, checked) => onChange(checked)}
                  />
                </Field>
              )}
            />
          );
        })}
        {(
          [
            ["defaultOverlapSeconds", "settings-default-overlap"],
            ["maxTokenAgeSeconds", "settings-max-token-age"],
            ["idleDays", "settings-idle-days"],
            ["claimLinkSeconds", "settings-claim-link"],
            ["appKeyHeader", "settings-app-key-header"],
            ["appTokenHeader", "settings-app-token-header"],
          ] as const
        ).map(([name, id]) => {
          const bounds = name in BOUNDS ? BOUNDS[name as keyof typeof BOUNDS] : undefined;
          return (
            <Controller
              key={name}
              name={name}
              control={control}
              rules={bounds ? within(bounds) : header}
              render={({ field }) => (
                <Field
                  id={id}
                  label={t(`appKeys.settings.${name}`)}
                  help={t(`appKeys.settings.${name}Help`)}
                  error={errors[name]?.message}
                  isRequired
                >
                  <TextInput
                    {...field}
                    {...described(id, errors[name]?.message)}
                    type={bounds ? "number" : "text"}
                    {...(bounds ?? { spellCheck: false })}
                    isRequired
                    data-testid={id}
                  />
                </Field>
              )}
            />
          );
        })}
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
