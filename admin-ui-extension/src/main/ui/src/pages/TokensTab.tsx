import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import type { Pair } from "../api";
import { StatusLabel } from "../parts/StatusLabel";
import { When } from "../parts/When";

export function TokensTab({ pair }: { pair: Pair }) {
  const { t } = useTranslation();
  const columns = {
    hint: t("appKeys.hint"),
    status: t("appKeys.statusColumn"),
    created: t("appKeys.created"),
    createdBy: t("appKeys.createdBy"),
    expires: t("appKeys.expires"),
  };
  return (
    <Table aria-label={t("appKeys.tab.tokens")} variant="compact">
      <Thead>
        <Tr>
          {Object.entries(columns).map(([name, title]) => (
            <Th key={name}>{title}</Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {pair.tokens.map((token) => (
          <Tr key={token.id} data-testid={`token-row-${token.hint}`}>
            <Td dataLabel={columns.hint}>
              <code title={t("appKeys.hintHelp")}>…{token.hint}</code>
            </Td>
            <Td dataLabel={columns.status}>
              <StatusLabel status={token.status} />
            </Td>
            <Td dataLabel={columns.created}>
              <When at={token.createdAt} />
            </Td>
            <Td dataLabel={columns.createdBy}>{token.createdBy}</Td>
            <Td dataLabel={columns.expires}>
              <When at={token.expiresAt} none={t("appKeys.never")} />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
