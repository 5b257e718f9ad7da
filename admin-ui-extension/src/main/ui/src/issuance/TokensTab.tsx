import { Button, EmptyState, EmptyStateBody, Stack, StackItem } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { NewRenewal, Pair } from "../api/types";
import { useConsole } from "../console/ConsoleContext";
import { ConfirmDialog, type Confirmation } from "../parts/ConfirmDialog";
import { ClaimAlert } from "./ClaimAlert";
import { RenewForm } from "./RenewForm";
import { Reveal } from "./Reveal";
import { RunningRenewal } from "./RunningRenewal";
import { useTokenConfirmations } from "./tokenConfirmations";
import { TokensTable } from "./TokensTable";
import { useReveal } from "./useReveal";

/** The appTokens of a pair, and how they are replaced. */
export function TokensTab({ pair, onChanged }: { pair: Pair; onChanged: () => void }) {
  const { t } = useTranslation();
  const { api, access } = useConsole();
  const [isRenewing, setRenewing] = useState(false);
  const [confirmation, setConfirmation] = useState<Confirmation>();
  const confirmations = useTokenConfirmations(pair, onChanged);
  const { revealed, reveal, close } = useReveal(onChanged);

  const renew = async (renewal: NewRenewal) => {
    await reveal(() => api.renew(pair.appKey, renewal));
    setRenewing(false);
  };

  if (revealed) {
    return <Reveal created={revealed.created} onClose={close} />;
  }
  if (isRenewing) {
    const hasLiveToken = pair.tokens.some((token) => token.status !== "EXPIRED");
    return <RenewForm hasLiveToken={hasLiveToken} onRenew={renew} onCancel={() => setRenewing(false)} />;
  }
  return (
    <Stack hasGutter>
      <ConfirmDialog confirmation={confirmation} onClose={() => setConfirmation(undefined)} />
      {pair.renewal && (
        <StackItem>
          <RunningRenewal
            renewal={pair.renewal}
            onFinish={() => setConfirmation(confirmations.finish())}
            onUndo={() => setConfirmation(confirmations.undo())}
          />
        </StackItem>
      )}
      {pair.claim && (
        <StackItem>
          <ClaimAlert
            claim={pair.claim}
            onWithdraw={() => setConfirmation(confirmations.withdraw())}
            onNew={() => setConfirmation(confirmations.newLink(reveal))}
          />
        </StackItem>
      )}
      {!pair.decoy && !pair.renewal && pair.claim?.status !== "PENDING" && access.renew && (
        <StackItem>
          <Button variant="secondary" data-testid="renew" onClick={() => setRenewing(true)}>
            {t("appKeys.renew")}
          </Button>
        </StackItem>
      )}
      <StackItem>
        {pair.tokens.length === 0 ? (
          <EmptyState variant="xs">
            <EmptyStateBody>{t(pair.claim?.status === "PENDING" ? "appKeys.tokens.unclaimed" : "appKeys.tokens.none")}</EmptyStateBody>
          </EmptyState>
        ) : (
          <TokensTable tokens={pair.tokens} onRevoke={(token) => setConfirmation(confirmations.revoke(token))} />
        )}
      </StackItem>
    </Stack>
  );
}
