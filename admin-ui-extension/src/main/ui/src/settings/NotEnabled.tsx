import { Alert, AlertActionLink, Button, PageSection } from "@patternfly/react-core";
import { KeyIcon } from "@patternfly/react-icons";
import { useTranslation } from "react-i18next";
import { useConsole } from "../console/ConsoleContext";
import { Empty } from "../parts/Empty";
import { Steps } from "../parts/EmptyList";
import { Heading } from "../parts/Heading";
import { useEnable } from "./useEnable";

/** App keys were enabled here once: the pairs are there, and do not work now. */
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

/** Instead of the list, in a realm that knows no app keys. */
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
