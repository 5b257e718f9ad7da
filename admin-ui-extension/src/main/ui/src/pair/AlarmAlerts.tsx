import { Alert, AlertGroup } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Alarm, Pair } from "../api/types";
import { DateTime } from "../parts/DateTime";

/** What was seen of the appTokens of a pair that should not be. Places come from outside and are shown as text. */
export function AlarmAlerts({ pair }: { pair: Pair }) {
  const { t } = useTranslation();
  return (
    <AlertGroup>
      {pair.decoy && (
        <Alert component="p" isInline variant="info" title={t("appKeys.decoyText")} data-testid="app-key-decoy" />
      )}
      {pair.alarms.map((alarm) => (
        <Alert
          key={`${alarm.token}-${alarm.kind}`}
          component="p"
          isInline
          variant={alarm.kind === "ENDED_TOKEN" ? "warning" : "danger"}
          data-testid={`alarm-${alarm.kind}`}
          title={t(`appKeys.alarm.${alarm.kind}`, { hint: hintOf(pair, alarm) })}
        >
          {t("appKeys.alarm.times", { count: alarm.times })} <DateTime at={alarm.lastAt} />{" "}
          {alarm.address !== null && t("appKeys.from", { address: alarm.address })}
          {alarm.place !== null && (
            <>
              <br />
              {t("appKeys.alarm.place")} <span data-testid="alarm-place">{alarm.place}</span>
            </>
          )}
          {alarm.endsAt !== null && (
            <>
              <br />
              {t("appKeys.alarm.ends")} <DateTime at={alarm.endsAt} />
            </>
          )}
        </Alert>
      ))}
    </AlertGroup>
  );
}

function hintOf(pair: Pair, alarm: Alarm): string {
  return pair.tokens.find((token) => token.id === alarm.token)?.hint ?? "…";
}
