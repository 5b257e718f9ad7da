import { Button, FormFieldGroup, FormFieldGroupHeader, FormGroup, TextArea, TextInput } from "@patternfly/react-core";
import { PlusCircleIcon } from "@patternfly/react-icons";
import { Controller, useFieldArray, type Control } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { described, Field } from "../parts/Field";
import type { SettingsFields } from "./settings";

interface Props {
  control: Control<SettingsFields>;
}

/** The partners whose signed reports are answered. */
export function PartnerFields({ control }: Props) {
  const { t } = useTranslation();
  const { fields, append, remove } = useFieldArray({ control, name: "leakPartners" });
  return (
    <>
      <FormGroup label={t("appKeys.leaks.partners")} role="group">
        {t("appKeys.leaks.partnersText")}
      </FormGroup>
      {fields.map((field, index) => (
        <FormFieldGroup
          key={field.id}
          data-testid={`settings-partner-${index}`}
          header={
            <FormFieldGroupHeader
              titleText={{
                text: t("appKeys.leaks.partner", { position: index + 1 }),
                id: `settings-partner-${index}-title`,
              }}
              actions={
                <Button
                  variant="link"
                  isDanger
                  aria-label={t("appKeys.leaks.partnerRemoveNamed", { position: index + 1 })}
                  data-testid={`settings-partner-${index}-remove`}
                  onClick={() => remove(index)}
                >
                  {t("appKeys.settings.exceptionRemove")}
                </Button>
              }
            />
          }
        >
          <PartnerText control={control} index={index} name="name" label={t("appKeys.leaks.partnerName")} />
          <PartnerText control={control} index={index} name="keyId" label={t("appKeys.leaks.partnerKeyId")} />
          <PartnerText control={control} index={index} name="publicKey" label={t("appKeys.leaks.partnerKey")} />
        </FormFieldGroup>
      ))}
      <div>
        <Button
          variant="link"
          icon={<PlusCircleIcon />}
          data-testid="settings-partner-add"
          onClick={() => append({ name: "", keyId: "", publicKey: "" })}
        >
          {t("appKeys.leaks.partnerAdd")}
        </Button>
      </div>
    </>
  );
}

interface TextProps extends Props {
  index: number;
  name: "name" | "keyId" | "publicKey";
  label: string;
}

function PartnerText({ control, index, name, label }: TextProps) {
  const { t } = useTranslation();
  const id = `settings-partner-${index}-${name}`;
  return (
    <Controller
      name={`leakPartners.${index}.${name}`}
      control={control}
      rules={{ validate: (value) => value.trim() !== "" || t("appKeys.settings.exceptionMissing") }}
      render={({ field, fieldState: { error } }) => (
        <Field id={id} label={label} error={error?.message} isRequired>
          {name === "publicKey" ? (
            <TextArea
              {...field}
              {...described(id, error?.message)}
              spellCheck={false}
              resizeOrientation="vertical"
              isRequired
              data-testid={id}
            />
          ) : (
            <TextInput
              {...field}
              {...described(id, error?.message)}
              spellCheck={name === "name"}
              autoComplete="off"
              isRequired
              data-testid={id}
            />
          )}
        </Field>
      )}
    />
  );
}
