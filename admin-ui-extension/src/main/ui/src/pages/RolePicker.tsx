import { Alert, Button, Modal, ModalVariant, SearchInput, Toolbar, ToolbarContent, ToolbarItem } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { messageOf, type Api, type Role } from "../api";
import { useConsole } from "../console";
import { roleText, sameRole } from "../lib/roles";
import { Loading, Problem } from "../parts/Problem";
import { useLoad } from "../useLoad";

interface Props {
  linked: Role[];
  onLink: (roles: Role[]) => Promise<void>;
  onClose: () => void;
}

interface Candidate extends Role {
  description: string;
}

const SHOWN = 100;

/** What can be linked: all roles of the realm and of its clients, as far as the administrator may list them. */
async function candidates(
  api: Api,
  search: string,
  may: { realmRoles: boolean; clientRoles: boolean },
  signal: AbortSignal,
): Promise<Candidate[]> {
  const clientRoles = async (): Promise<Candidate[]> => {
    const { defaultRole } = await api.realm(signal);
    const found = defaultRole ? await api.clientRoles(defaultRole.id, search, 0, SHOWN, signal) : [];
    return found.map(({ role, client, description }) => ({ name: role, client, description: description ?? "" }));
  };
  const realmRoles = async (): Promise<Candidate[]> => {
    const found = await api.realmRoles(search, 0, SHOWN, signal);
    return found.map(({ name, description }) => ({ name, client: null, description: description ?? "" }));
  };
  const [ofRealm, ofClients] = await Promise.all([
    may.realmRoles ? realmRoles() : [],
    may.clientRoles ? clientRoles() : [],
  ]);
  return [...ofClients, ...ofRealm];
}

export function RolePicker({ linked, onLink, onClose }: Props) {
  const { t } = useTranslation();
  const { api, access } = useConsole();
  const [searchText, setSearchText] = useState("");
  const [search, setSearch] = useState("");
  const [selected, setSelected] = useState<Role[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { listRealmRoles: realmRoles, listClientRoles: clientRoles } = access;

  useEffect(() => {
    const timer = setTimeout(() => setSearch(searchText.trim()), 300);
    return () => clearTimeout(timer);
  }, [searchText]);

  const load = useCallback(
    (signal: AbortSignal) => candidates(api, search, { realmRoles, clientRoles }, signal),
    [api, search, realmRoles, clientRoles],
  );
  const { data, error, loading, reload } = useLoad(load);
  const rows = (data ?? []).filter((role) => !linked.some((other) => sameRole(role, other)));

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
    <Modal
      data-testid="role-picker"
      variant={ModalVariant.large}
      title={t("appKeys.roles.link")}
      isOpen
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
      {!realmRoles && <Alert component="p" isInline variant="info" title={t("appKeys.roles.missing", { role: "view-realm" })} />}
      {realmRoles && !clientRoles && (
        <Alert component="p" isInline variant="info" title={t("appKeys.roles.missingClients", { role: "manage-users" })} />
      )}
      {problem !== undefined && <Alert component="p" isInline isLiveRegion variant="danger" title={problem} />}
      {realmRoles && (
        <>
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
                    <Td
                      select={{
                        rowIndex,
                        props: { "aria-label": t("appKeys.roles.selectNamed", { text: roleText(role) }) },
                        isSelected: selected.some((other) => sameRole(role, other)),
                        onSelect: (_event, isSelected) =>
                          setSelected((before) => [
                            ...before.filter((other) => !sameRole(role, other)),
                            ...(isSelected ? [role] : []),
                          ]),
                      }}
                    />
                    <Td dataLabel={t("appKeys.roles.name")} modifier="breakWord">
                      {role.name}
                    </Td>
                    <Td dataLabel={t("appKeys.roles.client")} modifier="breakWord">
                      {role.client ?? t("appKeys.roles.realmRole")}
                    </Td>
                    <Td dataLabel={t("appKeys.description")} modifier="breakWord">
                      {/* Keycloak's own descriptions are names of words: ${role_view-users} */}
                      {role.description.replace(/^\$\{(.+)\}$/, (_all, key: string) => t(key))}
                    </Td>
                  </Tr>
                ))}
              </Tbody>
            </Table>
          )}
          {(data?.length ?? 0) >= SHOWN && <p>{t("appKeys.roles.searchForMore", { count: SHOWN })}</p>}
        </>
      )}
    </Modal>
  );
}
