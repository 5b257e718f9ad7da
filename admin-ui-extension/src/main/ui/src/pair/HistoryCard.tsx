import { Card, CardBody, CardTitle, Pagination } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { HistoryEntry } from "../api/types";
import { useConsole } from "../console/ConsoleContext";
import { DateTime } from "../parts/DateTime";
import { Loading, Problem } from "../parts/Problem";
import { useLoad } from "../parts/useLoad";
import { usePaging } from "../parts/usePaging";
import { actMessageKey } from "./history";

/** Who does what no administrator does. */
const SYSTEM = "system";

/** What happened to a pair, newest first. The server does not count the entries, so a page is read with one more. */
export function HistoryCard({ appKey }: { appKey: string }) {
  const { t } = useTranslation();
  const { api } = useConsole();
  const { page, perPage, controls } = usePaging(t("appKeys.history.pages"), 10);
  const load = useCallback(
    (signal: AbortSignal) => api.history(appKey, (page - 1) * perPage, perPage + 1, signal),
    [api, appKey, page, perPage],
  );
  const { data, error, loading, reload } = useLoad(load);
  const before = (page - 1) * perPage;
  const isLast = data !== undefined && data.length <= perPage;
  const paging = controls(isLast ? before + data.length : before + perPage + 1);
  const columns = {
    time: t("appKeys.events.time"),
    what: t("appKeys.history.what"),
    by: t("appKeys.history.by"),
    detail: t("appKeys.history.detail"),
  };
  return (
    <Card isFlat data-testid="history">
      <CardTitle component="h2">{t("appKeys.history.title")}</CardTitle>
      <CardBody>
        {error !== undefined && <Problem error={error} onRetry={reload} />}
        {!data && error === undefined && <Loading />}
        {data?.length === 0 && page === 1 && <p>{t("appKeys.history.none")}</p>}
        {data && (data.length > 0 || page > 1) && (
          <>
            <Table aria-label={t("appKeys.history.title")} aria-busy={loading} variant="compact">
              <Thead>
                <Tr>
                  {Object.entries(columns).map(([name, title]) => (
                    <Th key={name}>{title}</Th>
                  ))}
                </Tr>
              </Thead>
              <Tbody>
                {data.slice(0, perPage).map((entry, index) => (
                  <Tr key={`${entry.at} ${entry.act} ${index}`} data-testid={`history-${entry.act}`}>
                    <Td dataLabel={columns.time}>
                      <DateTime at={entry.at} />
                    </Td>
                    <Td dataLabel={columns.what}>
                      <Act entry={entry} />
                    </Td>
                    <Td dataLabel={columns.by} modifier="breakWord">
                      {entry.by === SYSTEM ? t("appKeys.history.system") : entry.by}
                    </Td>
                    <Td dataLabel={columns.detail} modifier="breakWord">
                      <Detail entry={entry} />
                    </Td>
                  </Tr>
                ))}
              </Tbody>
            </Table>
            <Pagination
              variant="bottom"
              isCompact
              widgetId="history-pages"
              toggleTemplate={({ firstIndex, lastIndex }) => (
                <b>
                  {firstIndex} - {lastIndex}
                </b>
              )}
              {...paging}
              {...(isLast ? {} : { itemCount: undefined })}
            />
          </>
        )}
      </CardBody>
    </Card>
  );
}

function Act({ entry }: { entry: HistoryEntry }) {
  const { t } = useTranslation();
  const key = actMessageKey(entry.act);
  return <>{key === undefined ? entry.act : t(key)}</>;
}

function Detail({ entry: { token, detail } }: { entry: HistoryEntry }) {
  const { t } = useTranslation();
  if (token === undefined && detail === undefined) {
    return <>—</>;
  }
  return (
    <>
      {token?.hint && <code title={t("appKeys.hintHelp")}>…{token.hint}</code>} {detail}
    </>
  );
}
