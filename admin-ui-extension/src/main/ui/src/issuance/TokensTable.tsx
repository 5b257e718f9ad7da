import { Button } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import type { Token } from "../api/types";
import { useConsole } from "../console/ConsoleContext";
import { DateTime } from "../parts/DateTime";
import { StatusLabel } from "../parts/StatusLabel";

interface Props {
  tokens: Token[];
  onRevoke: (token: Token) => void;
}

export function TokensTable({ tokens, onRevoke }: Props) {
  const { t } = useTranslation();
  const { access } = useConsole();
  const columns = {
    hint: t("appKeys.hint"),
    status: t("appKeys.statusColumn"),
    created: t("appKeys.created"),
    createdBy: t("appKeys.createdBy"),
    lastUsed: t("appKeys.lastUsed"),
    expires: t("appKeys.expires"),
  };
  return (
    <Table aria-label={t("appKeys.tab.tokens")} variant="compact">
      <Thead>
        <Tr>
          {Object.entries(columns).map(([name, title]) => (
            <Th key={name}>{title}</Th>
          ))}
          {access.renew && <Th screenReaderText={t("appKeys.actions")} />}
        </Tr>
      </Thead>
      <Tbody>
        {tokens.map((token) => (
          <Tr key={token.id} data-testid={`token-row-${token.hint}`}>
            <Td dataLabel={columns.hint}>
              {token.hint === "" && t("appKeys.tokens.clientSecret")}
              {token.hint === null && t("appKeys.hintNotKept")}
              {!!token.hint && <code title={t("appKeys.hintHelp")}>…{token.hint}</code>}
            </Td>
            <Td dataLabel={columns.status}>
              <StatusLabel status={token.status} />
            </Td>
            <Td dataLabel={columns.created}>
              <DateTime at={token.createdAt} />
            </Td>
            <Td dataLabel={columns.createdBy}>{token.createdBy}</Td>
            <Td dataLabel={columns.lastUsed} data-testid={`token-last-used-${token.hint}`}>
              <DateTime at={token.lastUsedAt} none={t("appKeys.never")} />
              {token.lastUsedFrom !== null && <div>{t("appKeys.from", { address: token.lastUsedFrom })}</div>}
            </Td>
            <Td dataLabel={columns.expires}>
              <DateTime at={token.expiresAt} none={t("appKeys.never")} />
            </Td>
            {access.renew && (
              <Td isActionCell>
                {token.status !== "EXPIRED" && (
                  <Button
                    variant="link"
                    isDanger
                    aria-label={t("appKeys.tokens.revokeNamed", { hint: token.hint ?? "…" })}
                    data-testid={`token-revoke-${token.hint}`}
                    onClick={() => onRevoke(token)}
                  >
                    {t("appKeys.tokens.revoke")}
                  </Button>
                )}
              </Td>
            )}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
