import { Button, Card, CardBody, CardHeader, CardTitle, FormSelect, FormSelectOption } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { UsageDay } from "../api/types";
import { useConsole } from "../console/ConsoleContext";
import { Loading, Problem } from "../parts/Problem";
import { days as daysText } from "../parts/spans";
import { useLoad } from "../parts/useLoad";
import { chartOf, refusedOn, USAGE_DAYS } from "./usage";
import { UsageChart } from "./UsageChart";
import { useSeriesName } from "./useSeriesName";

/** How often a pair was exchanged and refused, as a chart or as a table. */
export function UsageCard({ appKey }: { appKey: string }) {
  const { t } = useTranslation();
  const { api, locale } = useConsole();
  const [span, setSpan] = useState(30);
  const [isTable, setTable] = useState(false);
  const load = useCallback((signal: AbortSignal) => api.usage(appKey, span, signal), [api, appKey, span]);
  const { data, error, reload } = useLoad(load);
  const chart = useMemo(() => chartOf(data ?? []), [data]);
  return (
    <Card isFlat data-testid="usage">
      <CardHeader
        actions={{
          hasNoOffset: true,
          actions: (
            <FormSelect
              data-testid="usage-days"
              aria-label={t("appKeys.usage.span")}
              style={{ minWidth: "8rem" }}
              value={span}
              onChange={(_event, value) => setSpan(Number(value))}
            >
              {USAGE_DAYS.map((count) => (
                <FormSelectOption key={count} value={count} label={daysText(count, locale)} />
              ))}
            </FormSelect>
          ),
        }}
      >
        <CardTitle component="h2">{t("appKeys.usage.title")}</CardTitle>
      </CardHeader>
      <CardBody>
        {error !== undefined && <Problem error={error} onRetry={reload} />}
        {!data && error === undefined && <Loading />}
        {data && chart.accepted + chart.refused === 0 && <p>{t("appKeys.usage.none")}</p>}
        {data && chart.accepted + chart.refused > 0 && (
          <>
            <UsageChart chart={chart} />
            <Button
              variant="link"
              isInline
              data-testid="usage-table-toggle"
              aria-expanded={isTable}
              onClick={() => setTable(!isTable)}
            >
              {t("appKeys.usage.table")}
            </Button>
            {isTable && <UsageTable days={data} />}
          </>
        )}
      </CardBody>
    </Card>
  );
}

/** The days on which something happened, newest first. */
function UsageTable({ days }: { days: UsageDay[] }) {
  const { t } = useTranslation();
  const { locale } = useConsole();
  const nameOf = useSeriesName();
  const number = new Intl.NumberFormat(locale);
  const date = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  const columns = {
    day: t("appKeys.usage.day"),
    accepted: t("appKeys.events.accepted"),
    refused: t("appKeys.events.refused"),
    reasons: t("appKeys.events.reason"),
  };
  const rows = days.filter((day) => day.accepted + refusedOn(day) > 0).reverse();
  return (
    <Table aria-label={t("appKeys.usage.title")} variant="compact" data-testid="usage-table">
      <Thead>
        <Tr>
          {Object.entries(columns).map(([name, title]) => (
            <Th key={name}>{title}</Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {rows.map((day) => (
          <Tr key={day.day} data-testid={`usage-${day.day}`}>
            <Td dataLabel={columns.day}>{date.format(new Date(day.day))}</Td>
            <Td dataLabel={columns.accepted}>{number.format(day.accepted)}</Td>
            <Td dataLabel={columns.refused}>{number.format(refusedOn(day))}</Td>
            <Td dataLabel={columns.reasons}>
              {Object.entries(day.refused).map(([reason, count]) => (
                <div key={reason}>{`${nameOf({ kind: "reason", reason })}: ${number.format(count)}`}</div>
              ))}
              {refusedOn(day) === 0 && "—"}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
