import { Alert, List } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Diagnosis, Pair } from "../api/types";
import { ExampleToken } from "./ExampleToken";
import { FindingItem } from "./FindingItem";
import { outcomeOf } from "./outcome";

interface Props {
  diagnosis: Diagnosis;
  /** The pair that was checked; undefined if none was found. */
  pair: Pair | undefined;
  isBusy: boolean;
  onFixed: () => void;
}

const VARIANTS = { ACCEPTED: "success", WARNED: "warning", REFUSED: "danger" } as const;

/** The verdict, the findings as a checklist, and the example access token if it was requested. */
export function DiagnosisResult({ diagnosis, pair, isBusy, onFixed }: Props) {
  const { t } = useTranslation();
  const outcome = outcomeOf(diagnosis);
  return (
    <div aria-busy={isBusy}>
      <Alert
        component="p"
        isInline
        isLiveRegion
        variant={VARIANTS[outcome]}
        data-testid={`diagnosis-${outcome}`}
        title={t(`appKeys.diagnosis.${outcome}`)}
      />
      <List isPlain isBordered aria-label={t("appKeys.diagnosis.findings")} className="pf-v5-u-mt-md">
        {diagnosis.findings.map((finding, index) => (
          // the index is a safe key: codes may repeat, and items have no state
          <FindingItem key={index} finding={finding} pair={pair} onFixed={onFixed} />
        ))}
      </List>
      {diagnosis.token && <ExampleToken token={diagnosis.token} />}
    </div>
  );
}
