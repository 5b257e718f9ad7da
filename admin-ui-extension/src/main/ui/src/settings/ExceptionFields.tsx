import { Button, FormFieldGroup, FormFieldGroupHeader, FormGroup, TextInput } from "@patternfly/react-core";
import { PlusCircleIcon } from "@patternfly/react-icons";
import { Controller, useFieldArray, type Control } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { described, Field } from "../parts/Field";
import { MomentField } from "../parts/MomentField";
import type { SettingsFields } from "./settings";

interface Props {
  control: Control<SettingsFields>;
}

/** The clients that may use password grants after the cutoff, each with a reason and an end. */
export function ExceptionFields({ control }: Props) {
  const { t } = useTranslation();
  const { fields, append, remove } = useFieldArray({ control, name: "exceptions" });
  return (
    <>
      <FormGroup label={t("appKeys.settings.exceptions")} role="group">
        {t("appKeys.settings.exceptionsText")}
      </FormGroup>
      {fields.map((field, index) => (
        <FormFieldGroup
          key={field.id}
          data-testid={`settings-exception-${index}`}
          header={
            <FormFieldGroupHeader
              titleText={{ text: t("appKeys.settings.exception", { position: index + 1 }), id: `settings-exception-${index}-title` }}
              actions={
                <Button
                  variant="link"
                  isDanger
                  aria-label={t("appKeys.settings.exceptionRemoveNamed", { position: index + 1 })}
                  data-testid={`settings-exception-${index}-remove`}
                  onClick={() => remove(index)}
                >
                  {t("appKeys.settings.exceptionRemove")}
                </Button>
              }
            />
          }
        >
          <ExceptionText control={control} index={index} name="clientId" label={t("appKeys.adopt.client")} />
          <ExceptionText control={control} index={index} name="reason" label={t("appKeys.settings.exceptionReason")} />
          <Controller
            name={`exceptions.${index}.until`}
            control={control}
            rules={{ validate: (value) => value.trim() !== "" || t("appKeys.settings.exceptionMissing") }}
            render={({ field: { value, onChange, onBlur, ref }, fieldState: { error } }) => (
              <MomentField
                id={`settings-exception-${index}-until`}
                label={t("appKeys.settings.exceptionUntil")}
                error={error?.message}
                isRequired
                value={value}
                onChange={onChange}
                onBlur={onBlur}
                inputRef={ref}
              />
            )}
          />
        </FormFieldGroup>
      ))}
      <div>
        <Button
          variant="link"
          icon={<PlusCircleIcon />}
          data-testid="settings-exception-add"
          onClick={() => append({ clientId: "", reason: "", until: "" })}
        >
          {t("appKeys.settings.exceptionAdd")}
        </Button>
      </div>
    </>
  );
}

interface TextProps extends Props {
  index: number;
  name: "clientId" | "reason";
  label: string;
}

function ExceptionText({ control, index, name, label }: TextProps) {
  const { t } = useTranslation();
  const id = `settings-exception-${index}-${name === "reason" ? "reason" : "client"}`;
  return (
    <Controller
      name={`exceptions.${index}.${name}`}
      control={control}
      rules={{ validate: (value) => value.trim() !== "" || t("appKeys.settings.exceptionMissing") }}
      render={({ field, fieldState: { error } }) => (
        <Field id={id} label={label} error={error?.message} isRequired>
          <TextInput
            {...field}
            {...described(id, error?.message)}
            spellCheck={name === "reason"}
            autoComplete="off"
            isRequired
            data-testid={id}
          />
        </Field>
      )}
    />
  );
}
