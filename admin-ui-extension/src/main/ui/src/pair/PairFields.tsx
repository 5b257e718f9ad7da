import { TextArea, TextInput } from "@patternfly/react-core";
import { Controller, type Control, type FieldErrors } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { described, Field } from "../parts/Field";

export interface PairFieldValues {
  label: string;
  description: string;
  allowedNetworks: string;
  contact: string;
}

interface Props {
  control: Control<PairFieldValues>;
  errors: FieldErrors<PairFieldValues>;
  isReadOnly?: boolean;
}

const LONGEST = 255;

function whetherReadOnly(isReadOnly: boolean | undefined) {
  return isReadOnly ? { readOnlyVariant: "default" as const } : {};
}

/** The label and the description of a pair, for creating and for editing it. */
export function NameFields({ control, errors, isReadOnly }: Props) {
  const { t } = useTranslation();
  const maxLength = { value: LONGEST, message: t("appKeys.tooLong", { count: LONGEST }) };
  return (
    <>
      <Controller
        name="label"
        control={control}
        rules={{ validate: (value) => value.trim() !== "" || t("appKeys.labelMissing"), maxLength }}
        render={({ field }) => (
          <Field id="app-key-label" label={t("appKeys.label")} help={t("appKeys.labelHelp")} error={errors.label?.message} isRequired>
            <TextInput
              {...field}
              {...whetherReadOnly(isReadOnly)}
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
        rules={{ maxLength }}
        render={({ field }) => (
          <Field id="app-key-description" label={t("appKeys.description")} error={errors.description?.message}>
            <TextArea
              {...field}
              {...whetherReadOnly(isReadOnly)}
              {...described("app-key-description", errors.description?.message)}
              resizeOrientation="vertical"
              data-testid="app-key-description"
            />
          </Field>
        )}
      />
    </>
  );
}

/** Reads networks that are separated by lines, commas, semicolons or spaces. */
export function networksOf(text: string): string[] {
  return text
    .split(/[\s,;]+/)
    .map((network) => network.trim())
    .filter((network) => network !== "");
}

export function networksText(networks: string[]): string {
  return networks.join("\n");
}

/** The allowed networks and the contact of a pair, for creating and for editing it. */
export function ReachFields({ control, errors, isReadOnly }: Props) {
  const { t } = useTranslation();
  return (
    <>
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
              {...whetherReadOnly(isReadOnly)}
              {...described("app-key-networks", errors.allowedNetworks?.message)}
              spellCheck={false}
              resizeOrientation="vertical"
              data-testid="app-key-networks"
            />
          </Field>
        )}
      />
      <Controller
        name="contact"
        control={control}
        render={({ field }) => (
          <Field id="app-key-contact" label={t("appKeys.contact")} help={t("appKeys.contactHelp")} error={errors.contact?.message}>
            <TextInput
              {...field}
              {...whetherReadOnly(isReadOnly)}
              {...described("app-key-contact", errors.contact?.message)}
              type="email"
              data-testid="app-key-contact"
            />
          </Field>
        )}
      />
    </>
  );
}
