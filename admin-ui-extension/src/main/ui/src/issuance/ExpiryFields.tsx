import { FormSelect, FormSelectOption, TextInput } from "@patternfly/react-core";
import { Controller, type Control, type FieldErrors } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { described, Field } from "../parts/Field";
import { EXPIRIES, expiresAt, localDateTime, type Expiry } from "./expiry";

export interface ExpiryFieldValues {
  expiry: Expiry;
  expiresAt: string;
}

interface Props {
  control: Control<ExpiryFieldValues>;
  errors: FieldErrors<ExpiryFieldValues>;
  expiry: Expiry;
}

const WEEK = 7 * 24 * 60 * 60 * 1000;

/** When an appToken ends: for a new pair and for a renewal. */
export function ExpiryFields({ control, errors, expiry }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Controller
        name="expiry"
        control={control}
        render={({ field }) => (
          <Field id="app-key-expiry" label={t("appKeys.expiry")} help={t("appKeys.expiryHelp")}>
            <FormSelect {...field} {...described("app-key-expiry", undefined)} data-testid="app-key-expiry">
              {EXPIRIES.map((value) => (
                <FormSelectOption key={value} value={value} label={t(`appKeys.expiry.${value}`)} />
              ))}
            </FormSelect>
          </Field>
        )}
      />
      {expiry === "custom" && (
        <Controller
          name="expiresAt"
          control={control}
          rules={{ validate: (value) => expiresAt("custom", value, new Date()) !== null || t("appKeys.expiryPast") }}
          render={({ field }) => (
            <Field
              id="app-key-expires-at"
              label={t("appKeys.expiresAt")}
              help={t("appKeys.timeZone", { zone: Intl.DateTimeFormat().resolvedOptions().timeZone })}
              error={errors.expiresAt?.message}
              isRequired
            >
              <TextInput
                {...field}
                {...described("app-key-expires-at", errors.expiresAt?.message)}
                type="datetime-local"
                min={localDateTime(new Date())}
                placeholder={localDateTime(new Date(Date.now() + WEEK))}
                isRequired
                data-testid="app-key-expires-at"
              />
            </Field>
          )}
        />
      )}
    </>
  );
}
