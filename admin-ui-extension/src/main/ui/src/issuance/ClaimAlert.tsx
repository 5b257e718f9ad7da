import { Alert, AlertActionLink } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Claim } from "../api/types";
import { useConsole } from "../console/ConsoleContext";
import { DateTime } from "../parts/DateTime";

interface Props {
  claim: Claim;
  onWithdraw: () => void;
  onNew: () => void;
}

const VARIANTS = { PENDING: "info", CLAIMED: "success", EXPIRED: "warning", WITHDRAWN: "warning" } as const;

/** The status of the latest claim link. */
export function ClaimAlert({ claim, onWithdraw, onNew }: Props) {
  const { t } = useTranslation();
  const { access } = useConsole();
  const { status } = claim;
  return (
    <Alert
      component="p"
      isInline
      variant={VARIANTS[status]}
      data-testid={`claim-${status}`}
      title={t(`appKeys.claim.${status}`)}
      actionLinks={
        access.renew &&
        status !== "CLAIMED" && (
          <>
            <AlertActionLink data-testid="claim-new" onClick={onNew}>
              {t("appKeys.claim.new")}
            </AlertActionLink>
            {status === "PENDING" && (
              <AlertActionLink data-testid="claim-withdraw" onClick={onWithdraw}>
                {t("appKeys.claim.withdraw")}
              </AlertActionLink>
            )}
          </>
        )
      }
    >
      {status === "CLAIMED" ? (
        <>
          <DateTime at={claim.claimedAt} /> {claim.claimedFrom !== null && t("appKeys.from", { address: claim.claimedFrom })}
        </>
      ) : (
        <>
          {t("appKeys.claim.until")} <DateTime at={claim.expiresAt} />
        </>
      )}
    </Alert>
  );
}
