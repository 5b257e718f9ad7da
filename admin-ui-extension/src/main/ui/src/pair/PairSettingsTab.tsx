import { ActionGroup, Alert, Button, Form, FormGroup, Switch, TextInput } from "@patternfly/react-core";
import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { useEffect, useState } from "react";
import { Controller, useForm, type Control } from "react-hook-form";
import { useTranslation } from "react-i18next";
import type { Pair } from "../api/types";
import { useConsole } from "../console/ConsoleContext";
import { ConfirmDialog, type Confirmation } from "../parts/ConfirmDialog";
import { DateTime } from "../parts/DateTime";
import { Field } from "../parts/Field";
import { useRefusal } from "../parts/useRefusal";
import { NameFields, networksOf, networksText, type PairFieldValues, ReachFields } from "./PairFields";

interface Fields extends PairFieldValues {
  enabled: boolean;
}

const FIELDS = ["label", "description", "allowedNetworks", "contact"] as const;

function fieldsOf(pair: Pair): Fields {
  return {
    label: pair.label ?? "",
    description: pair.description ?? "",
    enabled: pair.enabled,
    allowedNetworks: networksText(pair.allowedNetworks),
    contact: pair.contact ?? "",
  };
}

export function PairSettingsTab({ pair, onChanged }: { pair: Pair; onChanged: () => void }) {
  const { t } = useTranslation();
  const { api, access } = useConsole();
  const { addAlert } = useAlerts();
  const [confirmation, setConfirmation] = useState<Confirmation>();
  const { control, handleSubmit, setError, reset, formState } = useForm<Fields>({ defaultValues: fieldsOf(pair) });
  const { problem, refuse, forget } = useRefusal(setError);
  const { errors, isSubmitting, isDirty } = formState;
  const shared = control as unknown as Control<PairFieldValues>;

  useEffect(() => reset(fieldsOf(pair)), [pair, reset]);

  const save = async (fields: Fields) => {
    forget();
    try {
      await api.update(pair.appKey, {
        label: fields.label,
        description: fields.description,
        enabled: fields.enabled,
        allowedNetworks: networksOf(fields.allowedNetworks),
        contact: fields.contact.trim(),
      });
      addAlert(t("appKeys.saved"));
      onChanged();
    } catch (error) {
      refuse(error, FIELDS);
    }
  };

  const submit = async (fields: Fields) => {
    if (pair.enabled && !fields.enabled) {
      setConfirmation({
        title: t("appKeys.disableDialog.title", { text: pair.label ?? pair.appKey }),
        text: t("appKeys.disableDialog.text"),
        ok: t("appKeys.disable"),
        danger: true,
        action: () => save(fields),
      });
    } else {
      await save(fields);
    }
  };

  return (
    <Form isHorizontal noValidate onSubmit={(event) => void handleSubmit(submit)(event)}>
      <ConfirmDialog confirmation={confirmation} onClose={() => setConfirmation(undefined)} />
      {problem !== undefined && <Alert component="p" isInline isLiveRegion variant="danger" title={problem} />}
      <FormGroup label={t("appKeys.appKey")} fieldId="app-key-detail-key">
        <TextInput id="app-key-detail-key" value={pair.appKey} readOnlyVariant="plain" />
      </FormGroup>
      <FormGroup label={t("appKeys.created")} role="group">
        <DateTime at={pair.createdAt} /> {t("appKeys.by", { name: pair.createdBy })}
      </FormGroup>
      <NameFields control={shared} errors={errors} isReadOnly={!access.manage} />
      <Controller
        name="enabled"
        control={control}
        render={({ field: { value, onChange, ref, name } }) => (
          <Field id="app-key-enabled" label={t("appKeys.enabled")} help={t("appKeys.enabledHelp")}>
            <Switch
              id="app-key-enabled"
              name={name}
              ref={ref}
              data-testid="app-key-enabled"
              aria-label={t("appKeys.enabled")}
              aria-describedby="app-key-enabled-help"
              isChecked={value}
              isDisabled={!access.manage}
              onChange={(_event, checked) => onChange(checked)}
            />
          </Field>
        )}
      />
      <ReachFields control={shared} errors={errors} isReadOnly={!access.manage} />
      {access.manage && (
        <ActionGroup>
          <Button
            type="submit"
            data-testid="app-key-detail-save"
            isLoading={isSubmitting}
            isDisabled={isSubmitting || !isDirty}
          >
            {t("appKeys.save")}
          </Button>
          <Button variant="link" isDisabled={!isDirty} onClick={() => reset(fieldsOf(pair))}>
            {t("appKeys.revert")}
          </Button>
        </ActionGroup>
      )}
    </Form>
  );
}
