import { FormSelect, FormSelectOption, Switch, TextInput } from "@patternfly/react-core";
import { Controller, type Control } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { described, Field } from "../parts/Field";
import { BOUNDS, type SettingsFields } from "./settings";

type Names<T> = { [N in keyof SettingsFields]: SettingsFields[N] extends T ? N : never }[keyof SettingsFields];

interface Props<N> {
  control: Control<SettingsFields>;
  name: N;
  id: string;
}

export function SwitchField({ control, name, id }: Props<Names<boolean>>) {
  const { t } = useTranslation();
  return (
    <Controller
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
}

type TextNames = Exclude<Names<string>, "scope" | "clients" | "cutoff" | "leakAction" | "cleartext">;

interface SelectProps extends Props<"leakAction" | "cleartext"> {
  /** The values, each with the words for it. */
  options: { value: string; label: string }[];
}

export function SelectField({ control, name, id, options }: SelectProps) {
  const { t } = useTranslation();
  return (
    <Controller
      name={name}
      control={control}
      render={({ field, fieldState: { error } }) => (
        <Field
          id={id}
          label={t(`appKeys.settings.${name}`)}
          help={t(`appKeys.settings.${name}Help`)}
          error={error?.message}
        >
          <FormSelect {...field} {...described(id, error?.message)} data-testid={id}>
            {options.map(({ value, label }) => (
              <FormSelectOption key={value} value={value} label={label} />
            ))}
          </FormSelect>
        </Field>
      )}
    />
  );
}

interface TextProps extends Props<TextNames> {
  isRequired?: boolean;
}

/** A number field if BOUNDS has an entry for it, else a text field of one line. */
export function TextField({ control, name, id, isRequired = false }: TextProps) {
  const { t } = useTranslation();
  const bounds = name in BOUNDS ? BOUNDS[name as keyof typeof BOUNDS] : undefined;
  const validate = (value: string) => {
    if (bounds) {
      const { min, max } = bounds;
      const fits = /^\d{1,9}$/.test(value) && Number(value) >= min && Number(value) <= max;
      return fits || t("appKeys.settings.numberWrong", { min, max });
    }
    return !isRequired || value !== "" || t("appKeys.settings.headerMissing");
  };
  return (
    <Controller
      name={name}
      control={control}
      rules={{ validate }}
      render={({ field, fieldState: { error } }) => (
        <Field
          id={id}
          label={t(`appKeys.settings.${name}`)}
          help={t(`appKeys.settings.${name}Help`)}
          error={error?.message}
          isRequired={isRequired}
        >
          <TextInput
            {...field}
            {...described(id, error?.message)}
            type={bounds ? "number" : "text"}
            {...(bounds ?? { spellCheck: false })}
            isRequired={isRequired}
            data-testid={id}
          />
        </Field>
      )}
    />
  );
}
