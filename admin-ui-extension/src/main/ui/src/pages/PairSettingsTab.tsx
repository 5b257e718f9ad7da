import { ActionGroup, Alert, Button, Form, FormGroup, Switch, TextArea, TextInput } from "@patternfly/react-core";
import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { useEffect, useState } from "react";
import { Controller, useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { messageOf, type Pair } from "../api";
import { useConsole } from "../console";
import { fieldOf } from "../lib/errors";
import { networksOf, networksText } from "../lib/networks";
import { ConfirmDialog, type Confirmation } from "../parts/ConfirmDialog";
import { described, Field } from "../parts/Field";
import { When } from "../parts/When";

interface Fields {
  label: string;
  description: string;
  enabled: boolean;
  allowedNetworks: string;
}

const FIELDS = ["label", "description", "allowedNetworks"] as const;

function fieldsOf(pair: Pair): Fields {
  return {
    label: pair.label ?? "",
    description: pair.description ?? "",
    enabled: pair.enabled,
    allowedNetworks: networksText(pair.allowedNetworks),
  };
}

export function PairSettingsTab({ pair, onChanged }: { pair: Pair; onChanged: () => void }) {
  const { t } = useTranslation();
  const { api, access } = useConsole();
  const { addAlert } = useAlerts();
  const [problem, setProblem] = useState<string>();
  const [confirmation, setConfirmation] = useState<Confirmation>();
  const { control, handleSubmit, setError, reset, formState } = useForm<Fields>({ defaultValues: fieldsOf(pair) });
  const { errors, isSubmitting, isDirty } = formState;
  const readOnly = access.manage ? {} : { readOnlyVariant: "default" as const };

  useEffect(() => reset(fieldsOf(pair)), [pair, reset]);

  const save = async (fields: Fields) => {
    setProblem(undefined);
    try {
      await api.update(pair.appKey, {
        label: fields.label,
        description: fields.description,
        enabled: fields.enabled,
        allowedNetworks: networksOf(fields.allowedNetworks),
      });
      addAlert(t("appKeys.saved"));
      onChanged();
    } catch (error) {
      const field = FIELDS.find((name) => name === fieldOf(error, FIELDS));
      if (field) {
        setError(field, { type: "server", message: messageOf(error) }, { shouldFocus: true });
      } else {
        setProblem(messageOf(error));
      }
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
        <When at={pair.createdAt} /> {t("appKeys.by", { name: pair.createdBy })}
      </FormGroup>
      <Controller
        name="label"
        control={control}
        rules={{
          validate: (value) => value.trim() !== "" || t("appKeys.labelMissing"),
          maxLength: { value: 255, message: t("appKeys.tooLong", { count: 255 }) },
        }}
        render={({ field }) => (
          <Field id="app-key-label" label={t("appKeys.label")} error={errors.label?.message} isRequired>
            <TextInput
              {...field}
              {...readOnly}
              {...described("app-key-label", errors.label?.message)}
              isRequired
              data-testid="app-key-label"
            />
          </Field>
        )}
      />
      <Controller
        name="description"
        control={control}
        rules={{ maxLength: { value: 255, message: t("appKeys.tooLong", { count: 255 }) } }}
        render={({ field }) => (
          <Field id="app-key-description" label={t("appKeys.description")} error={errors.description?.message}>
            <TextArea
              {...field}
              {...readOnly}
              {...described("app-key-description", errors.description?.message)}
              resizeOrientation="vertical"
              data-testid="app-key-description"
            />
          </Field>
        )}
      />
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
      <Controller
        name="allowedNetworks"
        control={control}
        render={({ field }) => (
          <Field
            id="app-key-networks"
            label={t("appKeys.networks")}
            help={t("appKeys.networksHelp")}
            error={errors.allowedNetworks?.message}
          >
            <TextArea
              {...field}
              {...readOnly}
              {...described("app-key-networks", errors.allowedNetworks?.message)}
              spellCheck={false}
              resizeOrientation="vertical"
              data-testid="app-key-networks"
            />
          </Field>
        )}
      />
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
