import { FormSelect, FormSelectOption } from "@patternfly/react-core";
import { Controller, type Control } from "react-hook-form";
import { useTranslation } from "react-i18next";
import type { Delivery } from "../api/types";
import { described, Field } from "../parts/Field";

export interface DeliveryFieldValues {
  delivery: Delivery;
}

const DELIVERIES: readonly Delivery[] = ["RESPONSE", "LINK"];

/** The choice between showing the appToken to the administrator and sending the integrator a claim link. */
export function DeliveryField({ control }: { control: Control<DeliveryFieldValues> }) {
  const { t } = useTranslation();
  return (
    <Controller
      name="delivery"
      control={control}
      render={({ field }) => (
        <Field id="app-key-delivery" label={t("appKeys.delivery")} help={t("appKeys.deliveryHelp")}>
          <FormSelect {...field} {...described("app-key-delivery", undefined)} data-testid="app-key-delivery">
            {DELIVERIES.map((value) => (
              <FormSelectOption
                key={value}
                value={value}
                label={value === "LINK" ? t("appKeys.delivery.LINK") : t("appKeys.delivery.RESPONSE")}
              />
            ))}
          </FormSelect>
        </Field>
      )}
    />
  );
}
