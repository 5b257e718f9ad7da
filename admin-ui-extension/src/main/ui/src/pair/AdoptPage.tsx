import { ActionGroup, Alert, Button, Form, FormSelect, FormSelectOption, PageSection, TextInput } from "@patternfly/react-core";
import { useCallback } from "react";
import { Controller, useForm, type Control } from "react-hook-form";
import { useTranslation } from "react-i18next";
import type { Adoption, Integration } from "../api/types";
import { useConsole } from "../console/ConsoleContext";
import { expiresAt, SECRET_OVERLAPS, type SecretOverlap } from "../issuance/expiry";
import { ExpiryFields, type ExpiryFieldValues } from "../issuance/ExpiryFields";
import { Reveal } from "../issuance/Reveal";
import { useReveal } from "../issuance/useReveal";
import { described, Field } from "../parts/Field";
import { Heading } from "../parts/Heading";
import { RouteLink } from "../parts/RouteLink";
import { useLoad } from "../parts/useLoad";
import { useRefusal } from "../parts/useRefusal";
import { keyPath, linkRolesPath, newPath } from "../routes/paths";
import { isAdoptable } from "./AdoptInstead";

/**
 * Turns an existing client into an API client and reveals its appToken once.
 *
 * @param from an integration that logs in with a password at that client today
 */
export function AdoptPage({ from }: { from?: Integration | undefined }) {
  const { t } = useTranslation();
  const { api, navigate, realm } = useConsole();
  const { revealed, reveal, close } = useReveal((appKey) =>
    navigate(from ? linkRolesPath(realm, appKey, from) : keyPath(realm, appKey, "tokens"), { replace: true }),
  );
  return (
    <>
      <Heading title={t("appKeys.adopt")} text={t("appKeys.adopt.text")} isInner />
      <PageSection variant="light">
        {revealed ? (
          <Reveal created={revealed.created} onClose={close} />
        ) : (
          <AdoptionForm from={from} onAdopt={(adoption) => reveal(() => api.adopt(adoption))} />
        )}
      </PageSection>
    </>
  );
}

interface Fields extends ExpiryFieldValues {
  clientId: string;
  secretOverlap: SecretOverlap;
}

const SUGGESTIONS = 20;

interface FormProps {
  from: Integration | undefined;
  onAdopt: (adoption: Adoption) => Promise<void>;
}

function AdoptionForm({ from, onAdopt }: FormProps) {
  const { t } = useTranslation();
  const { realm } = useConsole();
  const { control, handleSubmit, setError, watch, formState } = useForm<Fields>({
    defaultValues: { clientId: from?.clientId ?? "", secretOverlap: "7", expiry: "365", expiresAt: "" },
  });
  const { problem, refuse, forget } = useRefusal(setError);
  const { errors, isSubmitting } = formState;

  const save = async ({ clientId, secretOverlap, expiry, expiresAt: picked }: Fields) => {
    forget();
    const until = expiresAt(expiry, picked, new Date());
    const finishAt = secretOverlap === "0" ? undefined : expiresAt(secretOverlap, "", new Date());
    try {
      await onAdopt({
        clientId: clientId.trim(),
        ...(until ? { expiresAt: until } : {}),
        ...(finishAt ? { finishAt } : {}),
      });
    } catch (error) {
      refuse(error, expiry === "custom" ? ["clientId", "expiresAt"] : ["clientId"]);
    }
  };

  return (
    <Form isHorizontal noValidate onSubmit={(event) => void handleSubmit(save)(event)}>
      {problem !== undefined && <Alert component="p" isInline isLiveRegion variant="danger" title={problem} />}
      <Controller
        name="clientId"
        control={control}
        rules={{ validate: (value) => value.trim() !== "" || t("appKeys.adopt.clientMissing") }}
        render={({ field }) => (
          <Field id="adopt-client" label={t("appKeys.adopt.client")} help={t("appKeys.adopt.clientHelp")} error={errors.clientId?.message} isRequired>
            <TextInput
              {...field}
              {...described("adopt-client", errors.clientId?.message)}
              list="adopt-clients"
              autoComplete="off"
              spellCheck={false}
              isRequired
              data-testid="adopt-client"
            />
            <Suggestions search={watch("clientId")} />
          </Field>
        )}
      />
      <Controller
        name="secretOverlap"
        control={control}
        render={({ field }) => (
          <Field id="adopt-handover" label={t("appKeys.adopt.handover")} help={t("appKeys.adopt.handoverHelp")}>
            <FormSelect {...field} {...described("adopt-handover", undefined)} data-testid="adopt-handover">
              {SECRET_OVERLAPS.map((value) => (
                <FormSelectOption key={value} value={value} label={t(`appKeys.adopt.handover.${value}`)} />
              ))}
            </FormSelect>
          </Field>
        )}
      />
      <ExpiryFields control={control as unknown as Control<ExpiryFieldValues>} errors={errors} expiry={watch("expiry")} />
      <ActionGroup>
        <Button type="submit" data-testid="adopt-save" isLoading={isSubmitting} isDisabled={isSubmitting}>
          {t("appKeys.adopt")}
        </Button>
        <RouteLink to={newPath(realm, from)} variant="link">
          {t("appKeys.cancel")}
        </RouteLink>
      </ActionGroup>
    </Form>
  );
}

/** Suggestions for the client field: clients that can be adopted. */
function Suggestions({ search }: { search: string }) {
  const { api } = useConsole();
  const load = useCallback((signal: AbortSignal) => api.clients(search.trim(), SUGGESTIONS, signal), [api, search]);
  const { data } = useLoad(load);
  return (
    <datalist id="adopt-clients">
      {(data ?? []).filter(isAdoptable).map((client) => (
        <option key={client.clientId} value={client.clientId}>
          {client.name}
        </option>
      ))}
    </datalist>
  );
}
