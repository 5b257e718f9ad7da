import { Alert, AlertActionLink } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Renewal } from "../api/types";
import { useConsole } from "../console/ConsoleContext";
import { DateTime } from "../parts/DateTime";

interface Props {
  renewal: Renewal;
  onFinish: () => void;
  onUndo: () => void;
}

/** An alert while a renewal is running: both appTokens are valid, and until when. */
export function RunningRenewal({ renewal, onFinish, onUndo }: Props) {
  const { t } = useTranslation();
  const { access } = useConsole();
  return (
    <Alert
      component="p"
      isInline
      variant="info"
      data-testid="renewal-running"
      title={t("appKeys.renew.running")}
      actionLinks={
        access.renew && (
          <>
            <AlertActionLink data-testid="renewal-finish" onClick={onFinish}>
              {t("appKeys.renew.finish")}
            </AlertActionLink>
            <AlertActionLink data-testid="renewal-undo" onClick={onUndo}>
              {t("appKeys.renew.undo")}
            </AlertActionLink>
          </>
        )
      }
    >
      {renewal.byHolder && <p data-testid="renewal-by-holder">{t("appKeys.renew.byHolder")}</p>}
      {renewal.finishAt === null ? (
        !renewal.byHolder && t("appKeys.renew.untilFinished")
      ) : (
        <>
          {t("appKeys.renew.until")} <DateTime at={renewal.finishAt} />
        </>
      )}
    </Alert>
  );
}
