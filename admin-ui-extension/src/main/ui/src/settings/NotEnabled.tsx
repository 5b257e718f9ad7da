import { Alert, AlertActionLink, Button, PageSection } from "@patternfly/react-core";
import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { KeyIcon } from "@patternfly/react-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useConsole } from "../console/ConsoleContext";
import { Empty } from "../parts/Empty";
import { Steps } from "../parts/EmptyList";
import { Heading } from "../parts/Heading";

/** Enables app keys in the realm. Idempotent: restores what is missing. */
export function useEnable(onEnabled: () => void): { enable: () => Promise<void>; busy: boolean } {
  const { t } = useTranslation();
  const { api, refreshAccess } = useConsole();
  const { addAlert, addError } = useAlerts();
  const [busy, setBusy] = useState(false);
  const enable = async () => {
    setBusy(true);
    try {
      await api.saveSettings({ enabled: true });
      addAlert(t("appKeys.settings.enabledNow"));
      await refreshAccess();
      onEnabled();
    } catch (error) {
      addError("appKeys.failed", error);
    } finally {
      setBusy(false);
    }
  };
  return { enable, busy };
}

/** Shown above the list if app keys were disabled: the pairs exist but cannot be used. */
export function SwitchedOff({ onEnabled }: { onEnabled: () => void }) {
  const { t } = useTranslation();
  const { enable } = useEnable(onEnabled);
  return (
    <Alert
      component="p"
      isInline
      variant="warning"
      title={t("appKeys.switchedOff")}
      actionLinks={
        <AlertActionLink data-testid="app-keys-enable" onClick={() => void enable()}>
          {t("appKeys.notEnabled.enable")}
        </AlertActionLink>
      }
    />
  );
}

/** Shown instead of the list in a realm where app keys were never enabled. */
export function NotEnabled({ onEnabled }: { onEnabled: () => void }) {
  const { t } = useTranslation();
  const { access } = useConsole();
  const { enable, busy } = useEnable(onEnabled);
  return (
    <>
      <Heading title={t("appKeys.title")} text={t("appKeys.subtitle")} />
      <PageSection variant="light">
        <Empty
          testId="app-keys-not-enabled"
          title={t("appKeys.notEnabled.title")}
          icon={KeyIcon}
          actions={
            access.settings ? (
              <Button data-testid="app-keys-enable" isLoading={busy} isDisabled={busy} onClick={() => void enable()}>
                {t("appKeys.notEnabled.enable")}
              </Button>
            ) : (
              t("appKeys.notEnabled.ask")
            )
          }
        >
          <p>{t("appKeys.notEnabled.text")}</p>
          <br />
          <Steps />
        </Empty>
      </PageSection>
    </>
  );
}
