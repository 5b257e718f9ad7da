import { Table, Tbody, Td, Th, Thead, Tr, type ThProps } from "@patternfly/react-table";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Pair, PairOrder, PairSort } from "../api/types";
import { useConsole } from "../console/ConsoleContext";
import { AlarmLabels } from "../parts/AlarmLabels";
import { ConfirmDialog, type Confirmation } from "../parts/ConfirmDialog";
import { CopyableCode } from "../parts/CopyableCode";
import { DateTime } from "../parts/DateTime";
import { RouteLink } from "../parts/RouteLink";
import { StatusLabel } from "../parts/StatusLabel";
import { StatusReason } from "../parts/StatusReason";
import { keyPath } from "../routes/paths";
import { AddedRolesLabel } from "./AddedRolesLabel";
import { PairActions } from "./PairActions";
import { RoleLabels } from "./RoleLabels";

interface Props {
  pairs: Pair[];
  order: PairOrder;
  isBusy: boolean;
  onOrder: (order: PairOrder) => void;
  onChanged: () => void;
}

/** By what the columns are sorted; the server sorts by no other. */
const SORTS: Record<string, PairSort> = {
  label: "label",
  appKey: "appKey",
  created: "createdAt",
  lastUsed: "lastUsedAt",
  expires: "expiresAt",
};

/** The rows of one page of the list. */
export function PairTable({ pairs, order, isBusy, onOrder, onChanged }: Props) {
  const { t } = useTranslation();
  const { realm } = useConsole();
  const [confirmation, setConfirmation] = useState<Confirmation>();
  const columns = {
    label: t("appKeys.label"),
    appKey: t("appKeys.appKey"),
    status: t("appKeys.statusColumn"),
    roles: t("appKeys.roles.title"),
    created: t("appKeys.created"),
    lastUsed: t("appKeys.lastUsed"),
    expires: t("appKeys.expires"),
  };
  const names = Object.keys(columns);
  const sort = (name: string): Pick<ThProps, "sort"> => {
    const by = SORTS[name];
    if (by === undefined) {
      return {};
    }
    const index = names.findIndex((column) => SORTS[column] === order.sort);
    return {
      sort: {
        columnIndex: names.indexOf(name),
        sortBy: { index, direction: order.order },
        onSort: (_event, _index, direction) => onOrder({ sort: by, order: direction }),
      },
    };
  };
  return (
    <>
      <ConfirmDialog confirmation={confirmation} onClose={() => setConfirmation(undefined)} />
      <Table aria-label={t("appKeys.title")} aria-busy={isBusy} variant="compact">
        <Thead>
          <Tr>
            {Object.entries(columns).map(([name, title]) => (
              <Th
                key={name}
                modifier="wrap"
                data-testid={`app-keys-column-${name}`}
                {...sort(name)}
                {...(name === "label" ? { width: 20 as const } : {})}
              >
                {title}
              </Th>
            ))}
            <Th screenReaderText={t("appKeys.actions")} />
          </Tr>
        </Thead>
        <Tbody>
          {pairs.map((pair) => (
            <Tr key={pair.appKey} data-testid={`app-key-row-${pair.appKey}`}>
              <Td dataLabel={columns.label} modifier="breakWord">
                <RouteLink to={keyPath(realm, pair.appKey)} testId={`app-key-link-${pair.appKey}`}>
                  {pair.label ?? pair.appKey}
                </RouteLink>
              </Td>
              <Td dataLabel={columns.appKey} modifier="breakWord">
                <CopyableCode text={pair.appKey} />
              </Td>
              <Td dataLabel={columns.status}>
                <StatusLabel status={pair.status} testId={`app-key-status-${pair.appKey}`} /> <AlarmLabels pair={pair} />
                <div className="pf-v5-u-font-size-sm">
                  <StatusReason pair={pair} />
                </div>
              </Td>
              <Td dataLabel={columns.roles}>
                <RoleLabels roles={pair.roles} /> <AddedRolesLabel pair={pair} />
              </Td>
              <Td dataLabel={columns.created}>
                <DateTime at={pair.createdAt} />
              </Td>
              <Td dataLabel={columns.lastUsed} data-testid={`app-key-last-used-${pair.appKey}`}>
                <DateTime at={pair.lastUsedAt} none={t("appKeys.never")} />
                {pair.lastUsedFrom !== null && (
                  <div className="pf-v5-u-font-size-sm">{t("appKeys.from", { address: pair.lastUsedFrom })}</div>
                )}
              </Td>
              <Td dataLabel={columns.expires}>
                <DateTime at={pair.tokens[0]?.expiresAt} none={pair.tokens.length === 0 ? "—" : t("appKeys.never")} />
              </Td>
              <Td isActionCell>
                <PairActions pair={pair} onAsk={setConfirmation} onChanged={onChanged} />
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </>
  );
}
