import { Label, LabelGroup } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Pair, Role } from "../api/types";
import { useConsole } from "../console/ConsoleContext";
import { AlarmLabels } from "../parts/AlarmLabels";
import { ConfirmDialog, type Confirmation } from "../parts/ConfirmDialog";
import { CopyableCode } from "../parts/CopyableCode";
import { DateTime } from "../parts/DateTime";
import { RouteLink } from "../parts/RouteLink";
import { StatusLabel } from "../parts/StatusLabel";
import { keyPath } from "../routes/paths";
import { PairActions } from "./PairActions";
import { roleText } from "./roles";

const ROLES_SHOWN = 3;

interface Props {
  pairs: Pair[];
  isBusy: boolean;
  onChanged: () => void;
}

/** The rows of one page of the list. */
export function PairTable({ pairs, isBusy, onChanged }: Props) {
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
  return (
    <>
      <ConfirmDialog confirmation={confirmation} onClose={() => setConfirmation(undefined)} />
      <Table aria-label={t("appKeys.title")} aria-busy={isBusy} variant="compact">
        <Thead>
          <Tr>
            {Object.entries(columns).map(([name, title]) => (
              <Th key={name} modifier="wrap" {...(name === "label" ? { width: 20 as const } : {})}>
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
              <Td dataLabel={columns.status} modifier="nowrap">
                <StatusLabel status={pair.status} testId={`app-key-status-${pair.appKey}`} /> <AlarmLabels pair={pair} />
              </Td>
              <Td dataLabel={columns.roles}>
                <RoleLabels roles={pair.roles} />
              </Td>
              <Td dataLabel={columns.created}>
                <DateTime at={pair.createdAt} />
              </Td>
              <Td dataLabel={columns.lastUsed}>
                <DateTime at={lastUse(pair)} />
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

function RoleLabels({ roles }: { roles: Role[] }) {
  const { t } = useTranslation();
  if (roles.length === 0) {
    return <>—</>;
  }
  return (
    <LabelGroup
      numLabels={ROLES_SHOWN}
      aria-label={t("appKeys.roles.title")}
      collapsedText={t("appKeys.more", { count: roles.length - ROLES_SHOWN })}
      expandedText={t("appKeys.less")}
    >
      {roles.map((role) => (
        <Label key={roleText(role)} isCompact variant="outline">
          {roleText(role)}
        </Label>
      ))}
    </LabelGroup>
  );
}

function lastUse(pair: Pair): string | undefined {
  return pair.tokens
    .map((token) => token.lastUsedAt)
    .filter((moment) => moment !== null)
    .sort()
    .at(-1);
}
