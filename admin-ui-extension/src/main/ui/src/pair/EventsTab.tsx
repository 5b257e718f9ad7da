import { Alert, Button, Label } from "@patternfly/react-core";
import { SyncAltIcon } from "@patternfly/react-icons";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { LoginEvent, Pair } from "../api/types";
import { useConsole } from "../console/ConsoleContext";
import { DateTime } from "../parts/DateTime";
import { Loading, Problem } from "../parts/Problem";
import { useLoad } from "../parts/useLoad";

/** The reasons for a failed exchange: the values of the event detail `app_key_reason`. */
export const REASONS = [
  "MISSING_HEADER",
  "DUPLICATE_HEADER",
  "MISPLACED",
  "WHITESPACE",
  "BAD_CHARACTERS",
  "SWAPPED",
  "CHECKSUM",
  "UNKNOWN_KEY",
  "WRONG_TOKEN",
  "ENDED_TOKEN",
  "DECOY",
  "DISABLED",
  "EXPIRED",
  "ADDRESS_NOT_ALLOWED",
  "NO_ROLE",
  "GRANT_NOT_ALLOWED",
  "ROLE_NOT_HELD",
  "UNAVAILABLE",
  "NOT_ENABLED",
] as const;

/** The key of the message for a reason; undefined for one that only a newer server knows. */
export function reasonMessageKey(reason: string | undefined): string | undefined {
  return REASONS.some((known) => known === reason) ? `appKeys.reason.${String(reason)}` : undefined;
}

const SHOWN = 50;

export function EventsTab({ pair }: { pair: Pair }) {
  const { t } = useTranslation();
  const { access } = useConsole();
  return access.viewEvents ? (
    <Events appKey={pair.appKey} />
  ) : (
    <Alert component="p" isInline variant="info" title={t("appKeys.events.forbidden", { role: "view-events" })} />
  );
}

function Events({ appKey }: { appKey: string }) {
  const { t } = useTranslation();
  const { api } = useConsole();
  const load = useCallback(
    async (signal: AbortSignal) => {
      const [events, realm] = await Promise.all([
        api.events(appKey, SHOWN, signal),
        api.realm(signal).catch(() => undefined),
      ]);
      return { events, off: realm?.eventsEnabled === false };
    },
    [api, appKey],
  );
  const { data, error, reload } = useLoad(load);
  if (!data) {
    return error === undefined ? <Loading /> : <Problem error={error} onRetry={reload} />;
  }
  const columns = {
    time: t("appKeys.events.time"),
    outcome: t("appKeys.events.outcome"),
    reason: t("appKeys.events.reason"),
    address: t("appKeys.events.address"),
  };
  return (
    <>
      {data.off && <Alert component="p" isInline variant="info" title={t("appKeys.events.off")} />}
      {data.events.length === 0 && !data.off && <p>{t("appKeys.events.none")}</p>}
      {data.events.length > 0 && (
        <>
          <Button variant="link" icon={<SyncAltIcon />} onClick={reload} data-testid="events-refresh">
            {t("appKeys.refresh")}
          </Button>
          <Table aria-label={t("appKeys.tab.events")} variant="compact" data-testid="events">
            <Thead>
              <Tr>
                {Object.entries(columns).map(([name, title]) => (
                  <Th key={name}>{title}</Th>
                ))}
              </Tr>
            </Thead>
            <Tbody>
              {data.events.map((event, index) => (
                <Tr key={event.id ?? index}>
                  <Td dataLabel={columns.time}>
                    <DateTime at={event.time} />
                  </Td>
                  <Td dataLabel={columns.outcome}>
                    <Label color={event.type === "CLIENT_LOGIN" ? "green" : "red"}>
                      {event.type === "CLIENT_LOGIN" ? t("appKeys.events.accepted") : t("appKeys.events.refused")}
                    </Label>
                  </Td>
                  <Td dataLabel={columns.reason}>
                    <Reason event={event} />
                  </Td>
                  <Td dataLabel={columns.address}>{event.ipAddress ?? "—"}</Td>
                </Tr>
              ))}
            </Tbody>
          </Table>
        </>
      )}
    </>
  );
}

function Reason({ event }: { event: LoginEvent }) {
  const { t } = useTranslation();
  const reason = event.details?.app_key_reason;
  const key = reasonMessageKey(reason);
  return <>{key === undefined ? (reason ?? event.error ?? "—") : t(key)}</>;
}
