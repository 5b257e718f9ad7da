import { Label } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import type { ImportReport } from "../api/types";

/** The outcome for each pair of the file. */
export function ImportReportTable({ report }: { report: ImportReport }) {
  const { t } = useTranslation();
  const columns = {
    position: t("appKeys.import.position"),
    appKey: t("appKeys.appKey"),
    outcome: t("appKeys.import.outcome"),
    message: t("appKeys.import.why"),
  };
  return (
    <Table aria-label={t("appKeys.import.outcome")} variant="compact">
      <Thead>
        <Tr>
          {Object.entries(columns).map(([name, title]) => (
            <Th key={name}>{title}</Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {report.pairs.map((row) => (
          <Tr key={row.position} data-testid={`import-row-${row.position}`}>
            <Td dataLabel={columns.position}>{row.position}</Td>
            <Td dataLabel={columns.appKey}>{row.appKey ?? "—"}</Td>
            <Td dataLabel={columns.outcome}>
              <Label color={row.outcome === "CREATE" || row.outcome === "RESTORE" ? "green" : "red"} isCompact>
                {t(`appKeys.import.outcome.${row.outcome}`)}
              </Label>
            </Td>
            <Td dataLabel={columns.message}>{row.message}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
