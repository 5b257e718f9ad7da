import {
  ActionGroup,
  Alert,
  Button,
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
  EmptyStateHeader,
  EmptyStateIcon,
  Form,
  FormSelect,
  FormSelectOption,
  PageSection,
  TextArea,
  TextInput,
} from "@patternfly/react-core";
import { ExclamationTriangleIcon } from "@patternfly/react-icons";
import { useEffect, useState } from "react";
import { Controller, useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { messageOf, type CreatedPair, type HeaderNames, type NewPair } from "../api";
import { useConsole } from "../console";
import { fieldOf } from "../lib/errors";
import { EXPIRIES, expiresAt, localDateTime, type Expiry } from "../lib/expiry";
import { DEFAULT_HEADERS } from "../lib/handover";
import { networksOf } from "../lib/networks";
import { described, Field } from "../parts/Field";
import { Heading } from "../parts/Heading";
import { RouteLink } from "../parts/RouteLink";
import { keyPath, linkRolesPath, sectionPath } from "../paths";
import { Reveal } from "./Reveal";

type Phase =
  | { name: "form" }
  // the only place that ever holds an appToken
  | { name: "reveal"; created: CreatedPair; headers: HeaderNames }
  | { name: "done"; appKey: string };

/** Create, reveal once, then the way to the roles. */
export function CreatePage() {
  const { t } = useTranslation();
  const { api, access } = useConsole();
  const [phase, setPhase] = useState<Phase>({ name: "form" });

  const create = async (pair: NewPair) => {
    // first what may fail without harm: once there is an appToken, it must be shown
    const headers = access.settings ? await api.settings().then((settings) => settings.headerNames, () => DEFAULT_HEADERS) : DEFAULT_HEADERS;
    const created = await api.create(pair);
    setPhase({ name: "reveal", created, headers });
  };

  // React keeps the state before the last one, and the props that went with it: so the appToken is wiped where it is
  // held, and what was rendered with it is pushed out by rendering again
  const close = (created: CreatedPair) => {
    created.appToken = "";
    setPhase({ name: "done", appKey: created.appKey });
  };
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (phase.name === "done" && round < 2) {
      setRound(round + 1);
    }
  }, [phase, round]);

  return (
    <>
      <Heading title={t("appKeys.create")} isInner />
      <PageSection variant="light">
        {phase.name === "form" && <NewPairForm onCreate={create} />}
        {phase.name === "reveal" && (
          <Reveal
            created={phase.created}
            headers={phase.headers}
            onClose={() => close(phase.created)}
          />
        )}
        {phase.name === "done" && <LinkRolesPrompt appKey={phase.appKey} />}
      </PageSection>
    </>
  );
}

interface Fields {
  label: string;
  description: string;
  appKey: string;
  expiry: Expiry;
  expiresAt: string;
  allowedNetworks: string;
}

const FIELDS = ["label", "description", "appKey", "expiresAt", "allowedNetworks"] as const;
const WEEK = 7 * 24 * 60 * 60 * 1000;

function newPair(fields: Fields): NewPair {
  const networks = networksOf(fields.allowedNetworks);
  const until = expiresAt(fields.expiry, fields.expiresAt, new Date());
  return {
    label: fields.label,
    ...(fields.description.trim() === "" ? {} : { description: fields.description }),
    ...(fields.appKey.trim() === "" ? {} : { appKey: fields.appKey.trim() }),
    ...(until ? { expiresAt: until } : {}),
    ...(networks.length === 0 ? {} : { allowedNetworks: networks }),
  };
}

function NewPairForm({ onCreate }: { onCreate: (pair: NewPair) => Promise<void> }) {
  const { t } = useTranslation();
  const { realm } = useConsole();
  const [problem, setProblem] = useState<string>();
  const { control, handleSubmit, setError, watch, formState } = useForm<Fields>({
    defaultValues: { label: "", description: "", appKey: "", expiry: "365", expiresAt: "", allowedNetworks: "" },
  });
  const { errors, isSubmitting } = formState;
  const expiry = watch("expiry");

  const save = async (fields: Fields) => {
    setProblem(undefined);
    try {
      await onCreate(newPair(fields));
    } catch (error) {
      const field = FIELDS.find((name) => name === fieldOf(error, FIELDS));
      if (field && (field !== "expiresAt" || fields.expiry === "custom")) {
        setError(field, { type: "server", message: messageOf(error) }, { shouldFocus: true });
      } else {
        setProblem(messageOf(error));
      }
    }
  };

  return (
    <Form isHorizontal noValidate onSubmit={(event) => void handleSubmit(save)(event)}>
      {problem !== undefined && <Alert component="p" isInline isLiveRegion variant="danger" title={problem} />}
      <Controller
        name="label"
        control={control}
        rules={{
          validate: (value) => value.trim() !== "" || t("appKeys.labelMissing"),
          maxLength: { value: 255, message: t("appKeys.tooLong", { count: 255 }) },
        }}
        render={({ field }) => (
          <Field id="app-key-label" label={t("appKeys.label")} help={t("appKeys.labelHelp")} error={errors.label?.message} isRequired>
            <TextInput {...field} {...described("app-key-label", errors.label?.message)} isRequired data-testid="app-key-label" />
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
              {...described("app-key-description", errors.description?.message)}
              resizeOrientation="vertical"
              data-testid="app-key-description"
            />
          </Field>
        )}
      />
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
              {...described("app-key-networks", errors.allowedNetworks?.message)}
              spellCheck={false}
              resizeOrientation="vertical"
              data-testid="app-key-networks"
            />
          </Field>
        )}
      />
      <ActionGroup>
        <Button type="submit" data-testid="app-key-save" isLoading={isSubmitting} isDisabled={isSubmitting}>
          {t("appKeys.create")}
        </Button>
        <RouteLink to={sectionPath(realm)} variant="link" testId="app-key-cancel">
          {t("appKeys.cancel")}
        </RouteLink>
      </ActionGroup>
    </Form>
  );
}

function LinkRolesPrompt({ appKey }: { appKey: string }) {
  const { t } = useTranslation();
  const { realm, go } = useConsole();
  return (
    <EmptyState data-testid="link-roles-prompt">
      <EmptyStateHeader
        titleText={t("appKeys.linkPrompt.title")}
        headingLevel="h2"
        icon={<EmptyStateIcon icon={ExclamationTriangleIcon} />}
      />
      <EmptyStateBody>{t("appKeys.linkPrompt.text", { appKey })}</EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <Button data-testid="link-roles-now" onClick={() => go(linkRolesPath(realm, appKey), { replace: true })}>
            {t("appKeys.linkPrompt.now")}
          </Button>
          <Button variant="link" onClick={() => go(keyPath(realm, appKey), { replace: true })}>
            {t("appKeys.linkPrompt.later")}
          </Button>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
}
