import { ActionGroup, Alert, Button, Form, FormSelect, FormSelectOption, Title } from "@patternfly/react-core";
import { useState } from "react";
import { Controller, useForm, type Control } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { messageOf } from "../api/ApiError";
import type { NewRenewal } from "../api/types";
import { described, Field } from "../parts/Field";
import { DeliveryField, type DeliveryFieldValues } from "./DeliveryField";
import { expiresAt } from "./expiry";
import { ExpiryFields, type ExpiryFieldValues } from "./ExpiryFields";

/** How long the old appToken stays valid: the realm's default, a number of days, or until the renewal is finished. */
export const OVERLAPS = ["realm", "0", "1", "7", "30", "manual"] as const;
type Overlap = (typeof OVERLAPS)[number];

const DAY = 24 * 60 * 60;

/** In seconds; null: until an administrator finishes the renewal; undefined: the realm's default. */
export function overlapSeconds(overlap: Overlap): number | null | undefined {
  switch (overlap) {
    case "realm":
      return undefined;
    case "manual":
      return null;
    default:
      return Number(overlap) * DAY;
  }
}

interface Fields extends ExpiryFieldValues, DeliveryFieldValues {
  overlap: Overlap;
}

interface Props {
  /** Whether an appToken is still valid, so that there can be an overlap. */
  hasLiveToken: boolean;
  onRenew: (renewal: NewRenewal) => Promise<void>;
  onCancel: () => void;
}

/** The form for a renewal: how long the old appToken stays valid, and when the new one ends. */
export function RenewForm({ hasLiveToken, onRenew, onCancel }: Props) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<string>();
  const { control, handleSubmit, watch, formState } = useForm<Fields>({
    defaultValues: { overlap: "realm", expiry: "365", expiresAt: "", delivery: "RESPONSE" },
  });

  const save = async (fields: Fields) => {
    setProblem(undefined);
    const overlap = hasLiveToken ? overlapSeconds(fields.overlap) : undefined;
    const until = expiresAt(fields.expiry, fields.expiresAt, new Date());
    try {
      await onRenew({
        ...(overlap === undefined ? {} : { overlapSeconds: overlap }),
        ...(until ? { expiresAt: until } : {}),
        ...(fields.delivery === "LINK" ? { delivery: "LINK" as const } : {}),
      });
    } catch (error) {
      setProblem(messageOf(error));
    }
  };

  return (
    <Form data-testid="renew-form" isHorizontal noValidate onSubmit={(event) => void handleSubmit(save)(event)}>
      <Title headingLevel="h2">{t("appKeys.renew.title")}</Title>
      {problem !== undefined && <Alert component="p" isInline isLiveRegion variant="danger" title={problem} />}
      {hasLiveToken && (
        <Controller
          name="overlap"
          control={control}
          render={({ field }) => (
            <Field id="renew-overlap" label={t("appKeys.renew.overlap")} help={t("appKeys.renew.overlapHelp")}>
              <FormSelect {...field} {...described("renew-overlap", undefined)} data-testid="renew-overlap">
                {OVERLAPS.map((value) => (
                  <FormSelectOption key={value} value={value} label={t(`appKeys.renew.overlap.${value}`)} />
                ))}
              </FormSelect>
            </Field>
          )}
        />
      )}
      <ExpiryFields
        control={control as unknown as Control<ExpiryFieldValues>}
        errors={formState.errors}
        expiry={watch("expiry")}
      />
      <DeliveryField control={control as unknown as Control<DeliveryFieldValues>} />
      <ActionGroup>
        <Button type="submit" data-testid="renew-start" isLoading={formState.isSubmitting} isDisabled={formState.isSubmitting}>
          {t("appKeys.renew.start")}
        </Button>
        <Button variant="link" data-testid="renew-cancel" onClick={onCancel}>
          {t("appKeys.cancel")}
        </Button>
      </ActionGroup>
    </Form>
  );
}
