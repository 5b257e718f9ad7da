import { Alert, Button, ModalVariant, SearchInput, Toolbar, ToolbarContent, ToolbarItem } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { messageOf, type Role } from "../api";
import { useConsole } from "../console";
import { roleText } from "../lib/roles";
import { Dialog } from "../parts/Dialog";
import { Loading, Problem } from "../parts/Problem";
import { RoleCells, RoleSelect } from "../parts/RoleCells";
import { useLoad } from "../useLoad";
import { useSettled } from "../useSettled";

interface Props {
  appKey: string;
  onLink: (roles: Role[]) => Promise<void>;
  onClose: () => void;
}

const SHOWN = 100;

export function RolePicker({ appKey, onLink, onClose }: Props) {
  const { t } = useTranslation();
  const { api } = useConsole();
  const [searchText, setSearchText] = useState("");
  const search = useSettled(searchText);
  const [selected, setSelected] = useState<Role[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const load = useCallback(
    (signal: AbortSignal) => api.availableRoles(appKey, search, 0, SHOWN, signal),
    [api, appKey, search],
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
          <ToolbarItem variant="search-filter">
            <SearchInput
              data-testid="role-picker-search"
              aria-label={t("appKeys.roles.search")}
              placeholder={t("appKeys.roles.search")}
              resetButtonLabel={t("appKeys.list.clearSearch")}
              value={searchText}
              onChange={(_event, value) => setSearchText(value)}
              onClear={() => setSearchText("")}
            />
          </ToolbarItem>
        </ToolbarContent>
      </Toolbar>
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
                <RoleSelect role={role} rowIndex={rowIndex} selected={selected} onSelected={setSelected} />
                <RoleCells role={role} />
                <Td dataLabel={t("appKeys.description")} modifier="breakWord">
                  {/* Keycloak's own descriptions are names of words: ${role_view-users} */}
                  {role.description?.replace(/^\$\{(.+)\}$/, (_all, key: string) => t(key))}
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
      {(data?.length ?? 0) >= SHOWN && <p>{t("appKeys.roles.searchForMore", { count: SHOWN })}</p>}
    </Dialog>
  );
}
