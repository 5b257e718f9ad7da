import { Alert, Button, Checkbox, ModalVariant, Toolbar, ToolbarContent, ToolbarItem } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Api } from "../api/Api";
import { messageOf } from "../api/ApiError";
import type { AvailableRole, Integration, Pair, Role } from "../api/types";
import { useConsole } from "../console/ConsoleContext";
import { Dialog } from "../parts/Dialog";
import { Loading, Problem } from "../parts/Problem";
import { SearchItem } from "../parts/ToolbarItems";
import { useDebounced } from "../parts/useDebounced";
import { useLoad } from "../parts/useLoad";
import { RoleCells, RoleSelect } from "./RoleCells";
import { proposable, roleText } from "./roles";

interface Props {
  pair: Pair;
  /** An integration that logs in with a password: the roles of its user are proposed. */
  from?: Integration | undefined;
  onLink: (roles: Role[]) => Promise<void>;
  onClose: () => void;
}

interface Row extends AvailableRole {
  mayLink?: boolean;
}

const SHOWN = 100;

function rowsOf(api: Api, pair: Pair, from: Integration | undefined, search: string, signal: AbortSignal): Promise<Row[]> {
  return from === undefined
    ? api.availableRoles(pair.appKey, search, 0, SHOWN, signal)
    : api.proposedRoles(from, signal).then((roles) => proposable(roles, pair.roles, search));
}

/** A dialog to select roles to link. No role is preselected, not even a proposed one. */
export function RolePicker({ pair, from, onLink, onClose }: Props) {
  const { t } = useTranslation();
  const { api } = useConsole();
  const [searchText, setSearchText] = useState("");
  const search = useDebounced(searchText);
  const [isProposal, setProposal] = useState(from !== undefined);
  const [selected, setSelected] = useState<Role[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const load = useCallback(
    (signal: AbortSignal) => rowsOf(api, pair, isProposal ? from : undefined, search, signal),
    [api, pair, from, isProposal, search],
  );
  const { data, error, loading, reload } = useLoad(load);
  const rows = data ?? [];

  const link = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await onLink(selected.map(({ name, client }) => ({ name, client })));
    } catch (failure) {
      setProblem(messageOf(failure));
      setBusy(false);
    }
  };

  return (
    <Dialog
      testId="role-picker"
      variant={ModalVariant.large}
      title={t("appKeys.roles.link")}
      onClose={onClose}
      actions={[
        <Button
          key="link"
          data-testid="role-picker-link"
          isDisabled={busy || selected.length === 0}
          isLoading={busy}
          onClick={() => void link()}
        >
          {t("appKeys.roles.linkSelected", { count: selected.length })}
        </Button>,
        <Button key="cancel" variant="link" onClick={onClose}>
          {t("appKeys.cancel")}
        </Button>,
      ]}
    >
      {problem !== undefined && <Alert component="p" isInline isLiveRegion variant="danger" title={problem} />}
      <Toolbar>
        <ToolbarContent>
          <SearchItem
            testId="role-picker-search"
            label={t("appKeys.roles.search")}
            value={searchText}
            onChange={setSearchText}
          />
          {from && (
            <ToolbarItem alignSelf="center">
              <Checkbox
                id="app-keys-proposed"
                data-testid="role-picker-proposed"
                label={t("appKeys.roles.onlyProposed", { username: from.username })}
                isChecked={isProposal}
                onChange={(_event, value) => setProposal(value)}
              />
            </ToolbarItem>
          )}
        </ToolbarContent>
      </Toolbar>
      {from && <p>{t("appKeys.roles.proposal")}</p>}
      {error !== undefined && <Problem error={error} onRetry={reload} />}
      {!data && error === undefined && <Loading />}
      {data && rows.length === 0 && <p>{t("appKeys.roles.nothingToLink")}</p>}
      {rows.length > 0 && (
        <Table aria-label={t("appKeys.roles.link")} aria-busy={loading} variant="compact">
          <Thead>
            <Tr>
              <Th screenReaderText={t("appKeys.roles.select")} />
              <Th>{t("appKeys.roles.name")}</Th>
              <Th>{t("appKeys.roles.client")}</Th>
              <Th>{t("appKeys.description")}</Th>
            </Tr>
          </Thead>
          <Tbody>
            {rows.map((role, rowIndex) => (
              <Tr key={roleText(role)} data-testid={`role-picker-row-${roleText(role)}`}>
                <RoleSelect
                  role={role}
                  rowIndex={rowIndex}
                  selected={selected}
                  isDisabled={role.mayLink === false}
                  onSelected={setSelected}
                />
                <RoleCells role={role} />
                <Td dataLabel={t("appKeys.description")} modifier="breakWord">
                  {role.mayLink === false
                    ? t("appKeys.roles.mayNotLink")
                    : // descriptions of Keycloak's own roles are message keys: ${role_view-users}
                      role.description?.replace(/^\$\{(.+)\}$/, (_all, key: string) => t(key))}
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
      {!isProposal && rows.length >= SHOWN && <p>{t("appKeys.roles.searchForMore", { count: SHOWN })}</p>}
    </Dialog>
  );
}
