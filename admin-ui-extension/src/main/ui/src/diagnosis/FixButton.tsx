import { Button } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Finding, Pair } from "../api/types";
import { useConsole } from "../console/ConsoleContext";
import { ConfirmDialog, type Confirmation } from "../parts/ConfirmDialog";
import { usePairConfirmations } from "../parts/pairConfirmations";
import { RouteLink } from "../parts/RouteLink";
import { useEnable } from "../settings/NotEnabled";
import { fixOf, fixPath } from "./fixes";

interface Props {
  finding: Finding;
  pair: Pair | undefined;
  onFixed: () => void;
}

/** Fixes a finding directly or leads to the page for it. Shown only if the administrator has the rights. */
export function FixButton({ finding, pair, onFixed }: Props) {
  const { t } = useTranslation();
  const { realm, access } = useConsole();
  const fix = fixOf(finding, pair, access);
  if (fix === undefined) {
    return null;
  }
  const text = t(`appKeys.mend.${fix}`);
  const testId = `finding-mend-${finding.code}`;
  const path = pair && fixPath(fix, realm, pair);
  if (path !== undefined) {
    return (
      <RouteLink to={path} variant="secondary" testId={testId}>
        {text}
      </RouteLink>
    );
  }
  return pair && fix === "enablePair" ? (
    <EnablePair pair={pair} text={text} testId={testId} onFixed={onFixed} />
  ) : (
    <EnableAppKeys text={text} testId={testId} onFixed={onFixed} />
  );
}

interface OnTheSpot {
  text: string;
  testId: string;
  onFixed: () => void;
}

function EnablePair({ pair, text, testId, onFixed }: OnTheSpot & { pair: Pair }) {
  const confirmations = usePairConfirmations();
  const [confirmation, setConfirmation] = useState<Confirmation>();
  // the pair may have been disabled after it was loaded
  const ask = () => setConfirmation(confirmations.toggle({ ...pair, enabled: false }, onFixed));
  return (
    <>
      <ConfirmDialog confirmation={confirmation} onClose={() => setConfirmation(undefined)} />
      <Button variant="secondary" data-testid={testId} onClick={ask}>
        {text}
      </Button>
    </>
  );
}

function EnableAppKeys({ text, testId, onFixed }: OnTheSpot) {
  const { enable, busy } = useEnable(onFixed);
  return (
    <Button variant="secondary" data-testid={testId} isLoading={busy} isDisabled={busy} onClick={() => void enable()}>
      {text}
    </Button>
  );
}
