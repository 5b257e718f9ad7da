import { Button } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Finding, Pair } from "../api/types";
import { useConsole } from "../console/ConsoleContext";
import { ConfirmDialog, type Confirmation } from "../parts/ConfirmDialog";
import { useConfirmations } from "../parts/pairConfirmations";
import { RouteLink } from "../parts/RouteLink";
import { useEnable } from "../settings/NotEnabled";
import { mendOf, mendPath } from "./fixes";

interface Props {
  finding: Finding;
  pair: Pair | undefined;
  onMended: () => void;
}

/** Mends a finding on the spot or leads to where it is done, for those who may. */
export function MendButton({ finding, pair, onMended }: Props) {
  const { t } = useTranslation();
  const { realm, access } = useConsole();
  const mend = mendOf(finding, pair, access);
  if (mend === undefined) {
    return null;
  }
  const text = t(`appKeys.mend.${mend}`);
  const testId = `finding-mend-${finding.code}`;
  const path = pair && mendPath(mend, realm, pair);
  if (path !== undefined) {
    return (
      <RouteLink to={path} variant="secondary" testId={testId}>
        {text}
      </RouteLink>
    );
  }
  return pair && mend === "enablePair" ? (
    <EnablePair pair={pair} text={text} testId={testId} onMended={onMended} />
  ) : (
    <EnableAppKeys text={text} testId={testId} onMended={onMended} />
  );
}

interface OnTheSpot {
  text: string;
  testId: string;
  onMended: () => void;
}

function EnablePair({ pair, text, testId, onMended }: OnTheSpot & { pair: Pair }) {
  const confirmations = useConfirmations();
  const [confirmation, setConfirmation] = useState<Confirmation>();
  // somebody else may have disabled it since it was loaded
  const ask = () => setConfirmation(confirmations.toggle({ ...pair, enabled: false }, onMended));
  return (
    <>
      <ConfirmDialog confirmation={confirmation} onClose={() => setConfirmation(undefined)} />
      <Button variant="secondary" data-testid={testId} onClick={ask}>
        {text}
      </Button>
    </>
  );
}

function EnableAppKeys({ text, testId, onMended }: OnTheSpot) {
  const { enable, busy } = useEnable(onMended);
  return (
    <Button variant="secondary" data-testid={testId} isLoading={busy} isDisabled={busy} onClick={() => void enable()}>
      {text}
    </Button>
  );
}
