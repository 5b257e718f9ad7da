import { ActionGroup, Alert, Button, Form, PageSection, TextInput } from "@patternfly/react-core";
import { useState } from "react";
import { Controller, useForm, type Control } from "react-hook-form";
import { useTranslation } from "react-i18next";
import type { Integration, NewPair } from "../api/types";
import { useConsole } from "../console/ConsoleContext";
import { DeliveryField, type DeliveryFieldValues } from "../issuance/DeliveryField";
import { expiresAt } from "../issuance/expiry";
import { ExpiryFields, type ExpiryFieldValues } from "../issuance/ExpiryFields";
import { Reveal } from "../issuance/Reveal";
import { useReveal } from "../issuance/useReveal";
import { described, Field } from "../parts/Field";
import { Heading } from "../parts/Heading";
import { RouteLink } from "../parts/RouteLink";
import { useRefusal } from "../parts/useRefusal";
import { proposedLabel } from "../routes/integration";
import { passwordGrantsPath, sectionPath } from "../routes/paths";
import { AdoptInstead } from "./AdoptInstead";
import { LinkRolesPrompt } from "./LinkRolesPrompt";
import { NameFields, networksOf, type PairFieldValues, ReachFields } from "./PairFields";

/**
 * Creates a pair, reveals its appToken once, then leads to its roles.
 *
 * @param from the integration that the pair is for, if it logs in with a password today
 */
export function CreatePage({ from }: { from?: Integration | undefined }) {
  const { t } = useTranslation();
  const { api, access } = useConsole();
  const [done, setDone] = useState<string>();
  const { revealed, reveal, close } = useReveal(setDone);

  return (
    <>
      <Heading title={t("appKeys.create")} {...(from ? { text: t("appKeys.create.for", { ...from }) } : {})} isInner />
      <PageSection variant="light">
        {!revealed && done === undefined && access.manageClients && <AdoptInstead from={from} />}
        {revealed ? (
          <Reveal created={revealed.created} onClose={close} />
        ) : done === undefined ? (
          <NewPairForm from={from} onCreate={(pair) => reveal(() => api.create(pair))} />
        ) : (
          <LinkRolesPrompt appKey={done} from={from} />
        )}
      </PageSection>
    </>
  );
}

interface Fields extends PairFieldValues, ExpiryFieldValues, DeliveryFieldValues {
  appKey: string;
}

const FIELDS = ["label", "description", "appKey", "allowedNetworks", "contact"] as const;

function newPair(fields: Fields): NewPair {
  const networks = networksOf(fields.allowedNetworks);
  const until = expiresAt(fields.expiry, fields.expiresAt, new Date());
  return {
    label: fields.label,
    ...(fields.description.trim() === "" ? {} : { description: fields.description }),
    ...(fields.appKey.trim() === "" ? {} : { appKey: fields.appKey.trim() }),
    ...(until ? { expiresAt: until } : {}),
    ...(networks.length === 0 ? {} : { allowedNetworks: networks }),
    ...(fields.contact.trim() === "" ? {} : { contact: fields.contact.trim() }),
    ...(fields.delivery === "LINK" ? { delivery: "LINK" as const } : {}),
  };
}

interface FormProps {
  from: Integration | undefined;
  onCreate: (pair: NewPair) => Promise<void>;
}

function NewPairForm({ from, onCreate }: FormProps) {
  const { t } = useTranslation();
  const { realm } = useConsole();
  const { control, handleSubmit, setError, watch, formState } = useForm<Fields>({
    defaultValues: {
      label: from ? proposedLabel(from) : "",
      description: "",
      appKey: "",
      expiry: "365",
      expiresAt: "",
      allowedNetworks: "",
      contact: "",
      delivery: "RESPONSE",
    },
  });
  const { problem, refuse, forget } = useRefusal(setError);
  const { errors, isSubmitting } = formState;
  const expiry = watch("expiry");
  const shared = control as unknown as Control<PairFieldValues>;

  const save = async (fields: Fields) => {
    forget();
    try {
      await onCreate(newPair(fields));
    } catch (error) {
      refuse(error, fields.expiry === "custom" ? [...FIELDS, "expiresAt"] : FIELDS);
    }
  };

  return (
    <Form isHorizontal noValidate onSubmit={(event) => void handleSubmit(save)(event)}>
      {problem !== undefined && <Alert component="p" isInline isLiveRegion variant="danger" title={problem} />}
      <NameFields control={shared} errors={errors} />
      <Controller
        name="appKey"
        control={control}
        render={({ field }) => (
          <Field id="app-key-own" label={t("appKeys.ownAppKey")} help={t("appKeys.ownAppKeyHelp")} error={errors.appKey?.message}>
            <TextInput
              {...field}
              {...described("app-key-own", errors.appKey?.message)}
              autoComplete="off"
              spellCheck={false}
              data-testid="app-key-own"
            />
          </Field>
        )}
      />
      <ExpiryFields control={control as unknown as Control<ExpiryFieldValues>} errors={errors} expiry={expiry} />
      <ReachFields control={shared} errors={errors} />
      <DeliveryField control={control as unknown as Control<DeliveryFieldValues>} />
      <ActionGroup>
        <Button type="submit" data-testid="app-key-save" isLoading={isSubmitting} isDisabled={isSubmitting}>
          {t("appKeys.create")}
        </Button>
        <RouteLink
          to={from ? passwordGrantsPath(realm) : sectionPath(realm)}
          variant="link"
          testId="app-key-cancel"
        >
          {t("appKeys.cancel")}
        </RouteLink>
      </ActionGroup>
    </Form>
  );
}
