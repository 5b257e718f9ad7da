import { Table, TableText, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import type { PasswordGrantRow } from "../api/types";
import { useConsole } from "../console/ConsoleContext";
import { DateTime } from "../parts/DateTime";
import { RouteLink } from "../parts/RouteLink";
import { newPath } from "../routes/paths";

interface Props {
  rows: PasswordGrantRow[];
  isBusy: boolean;
}

/** The rows of one page of the report. */
export function PasswordGrantsTable({ rows, isBusy }: Props) {
  const { t } = useTranslation();
  const { realm, locale, access } = useConsole();
  const columns = {
    clientId: t("appKeys.adopt.client"),
    username: t("appKeys.grants.user"),
    count: t("appKeys.grants.count"),
    firstAt: t("appKeys.grants.firstAt"),
    lastAt: t("appKeys.grants.lastAt"),
    lastAddress: t("appKeys.grants.lastAddress"),
  };
  const number = new Intl.NumberFormat(locale);
  return (
    <>
      <Table aria-label={t("appKeys.grants.title")} aria-busy={isBusy} variant="compact">
        <Thead>
          <Tr>
            {Object.entries(columns).map(([name, title]) => (
              <Th key={name} modifier="wrap">
                {title}
              </Th>
            ))}
            {access.manage && <Th screenReaderText={t("appKeys.actions")} />}
          </Tr>
        </Thead>
        <Tbody>
          {rows.map(({ clientId, username, firstAt, lastAt, count, lastAddress }) => (
            <Tr key={JSON.stringify([clientId, username])} data-testid={`password-grant-${clientId}-${username}`}>
              <Td dataLabel={columns.clientId} modifier="breakWord">
                {clientId}
              </Td>
              <Td dataLabel={columns.username} modifier="breakWord">
                {username}
              </Td>
              <Td dataLabel={columns.count}>{number.format(count)}</Td>
              <Td dataLabel={columns.firstAt}>
                <DateTime at={firstAt} />
              </Td>
              <Td dataLabel={columns.lastAt}>
                <DateTime at={lastAt} />
              </Td>
              <Td dataLabel={columns.lastAddress} modifier="breakWord">
                {lastAddress ?? "—"}
              </Td>
              {access.manage && (
                <Td modifier="fitContent">
                  <TableText>
                    <RouteLink
                      to={newPath(realm, { clientId, username })}
                      variant="secondary"
                      label={t("appKeys.grants.createNamed", { clientId, username })}
                      testId={`password-grant-create-${clientId}-${username}`}
                    >
                      {t("appKeys.grants.create")}
                    </RouteLink>
                  </TableText>
                </Td>
              )}
            </Tr>
          ))}
        </Tbody>
      </Table>
      <p className="pf-v5-u-px-lg pf-v5-u-py-sm">
        {t("appKeys.grants.zone", { zone: Intl.DateTimeFormat().resolvedOptions().timeZone })}
      </p>
    </>
  );
}
