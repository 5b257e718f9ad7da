import { Button, Checkbox, EmptyState, EmptyStateBody, Label, Toolbar, ToolbarContent, ToolbarItem } from "@patternfly/react-core";
import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Integration, ListedRole, Pair, Role } from "../api/types";
import { useConsole } from "../console/ConsoleContext";
import { ConfirmDialog, type Confirmation } from "../parts/ConfirmDialog";
import { useLoad } from "../parts/useLoad";
import { keyPath } from "../routes/paths";
import { RoleCells, RoleSelect } from "./RoleCells";
import { RolePicker } from "./RolePicker";
import { roleText, sameRole } from "./roles";

interface Props {
  pair: Pair;
  link: boolean;
  from?: Integration | undefined;
  onChanged: () => void;
}

export function RolesTab({ pair, link, from, onChanged }: Props) {
  const { t } = useTranslation();
  const { api, realm, access, navigate } = useConsole();
  const { addAlert } = useAlerts();
  const [isPicking, setPicking] = useState(link && access.manage);
  const [selected, setSelected] = useState<Role[]>([]);
  const [showEffective, setShowEffective] = useState(false);
  const [confirmation, setConfirmation] = useState<Confirmation>();
  const inherited = useInheritedRoles(pair, showEffective);
  const mapped = useMappedRoles(pair);

  const closePicker = () => {
    setPicking(false);
    if (link) {
      navigate(keyPath(realm, pair.appKey, "roles"), { replace: true });
    }
  };
  const unlink = (roles: Role[]): Confirmation => ({
    title: t("appKeys.roles.unlinkTitle"),
    text: t("appKeys.roles.unlinkText", { roles: roles.map(roleText).join(", ") }),
    ok: t("appKeys.roles.unlink"),
    danger: true,
    action: async () => {
      await api.unlink(pair.appKey, roles);
      addAlert(t("appKeys.roles.unlinked"));
      setSelected([]);
      onChanged();
    },
  });
  const rows: Row[] = [
    ...pair.roles.map((role) => ({ role, origin: "linked" as const })),
    ...inherited
      .filter((role) => !pair.roles.some((linked) => sameRole(linked, role)))
      .map((role) => ({ role, origin: "effective" as const })),
    ...mapped.map((role) => ({ role, origin: "mapped" as const, mapper: role.addedBy })),
  ];
  const showOrigin = showEffective || mapped.length > 0;
  const canShowEffective = access.viewUsers && pair.serviceAccountUserId !== null;

  return (
    <>
      <ConfirmDialog confirmation={confirmation} onClose={() => setConfirmation(undefined)} />
      {isPicking && (
        <RolePicker
          pair={pair}
          from={from}
          onClose={closePicker}
          onLink={async (roles) => {
            await api.link(pair.appKey, roles);
            addAlert(t("appKeys.roles.linked"));
            closePicker();
            onChanged();
          }}
        />
      )}
      {(access.manage || canShowEffective) && (
        <Toolbar>
          <ToolbarContent>
            {access.manage && (
              <>
                <ToolbarItem>
                  <Button data-testid="roles-link" onClick={() => setPicking(true)}>
                    {t("appKeys.roles.link")}
                  </Button>
                </ToolbarItem>
                <ToolbarItem>
                  <Button
                    variant="secondary"
                    data-testid="roles-unlink"
                    isDisabled={selected.length === 0}
                    onClick={() => setConfirmation(unlink(selected))}
                  >
                    {t("appKeys.roles.unlink")}
                  </Button>
                </ToolbarItem>
              </>
            )}
            {canShowEffective && (
              <ToolbarItem alignSelf="center">
                <Checkbox
                  id="app-keys-effective"
                  data-testid="roles-effective"
                  label={t("appKeys.roles.showEffective")}
                  isChecked={showEffective}
                  onChange={(_event, value) => setShowEffective(value)}
                />
              </ToolbarItem>
            )}
          </ToolbarContent>
        </Toolbar>
      )}
      {rows.length === 0 ? (
        <EmptyState>
          <EmptyStateBody>{t("appKeys.roles.none")}</EmptyStateBody>
        </EmptyState>
      ) : (
        <Table aria-label={t("appKeys.roles.title")} variant="compact">
          <Thead>
            <Tr>
              {access.manage && <Th screenReaderText={t("appKeys.roles.select")} />}
              <Th>{t("appKeys.roles.name")}</Th>
              <Th>{t("appKeys.roles.client")}</Th>
              {showOrigin && <Th>{t("appKeys.roles.origin")}</Th>}
            </Tr>
          </Thead>
          <Tbody>
            {rows.map(({ role, origin, mapper }, rowIndex) => (
              <Tr key={`${origin} ${roleText(role)}`} data-testid={`${origin}-role-${roleText(role)}`}>
                {access.manage &&
                  (origin === "linked" ? (
                    <RoleSelect role={role} rowIndex={rowIndex} selected={selected} onSelected={setSelected} />
                  ) : (
                    <Td />
                  ))}
                <RoleCells role={role} />
                {showOrigin && (
                  <Td dataLabel={t("appKeys.roles.origin")} modifier="breakWord">
                    <Origin origin={origin} mapper={mapper} />
                  </Td>
                )}
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
    </>
  );
}

interface Row {
  role: Role;
  origin: "linked" | "effective" | "mapped";
  mapper?: string | undefined;
}

function Origin({ origin, mapper = "" }: Omit<Row, "role">) {
  const { t } = useTranslation();
  switch (origin) {
    case "linked":
      return (
        <Label isCompact color="green">
          {t("appKeys.roles.direct")}
        </Label>
      );
    case "effective":
      return (
        <Label isCompact color="blue">
          {t("appKeys.roles.inherited")}
        </Label>
      );
    case "mapped":
      return (
        <Label isCompact color="orange">
          {t("appKeys.roles.addedBy", { mapper })}
        </Label>
      );
  }
}

/** The roles that only a protocol mapper adds to the tokens of the pair. */
function useMappedRoles(pair: Pair): ListedRole[] {
  const { api } = useConsole();
  const { addError } = useAlerts();
  const load = useCallback(
    (signal: AbortSignal) => api.roles(pair.appKey, signal),
    // pair.roles is a dependency: a role that is linked is not one of a mapper only
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [api, pair.appKey, pair.roles],
  );
  const { data, error } = useLoad(load);
  useEffect(() => {
    if (error !== undefined) {
      addError("appKeys.failed", error);
    }
  }, [error, addError]);
  return (data ?? []).filter(({ addedBy }) => addedBy !== undefined);
}

/** All effective roles of the service account, including those inside composites. */
function useInheritedRoles(pair: Pair, isShown: boolean): Role[] {
  const { api } = useConsole();
  const { addError } = useAlerts();
  const userId = pair.serviceAccountUserId;
  const load = useCallback(
    async (signal: AbortSignal): Promise<Role[]> => {
      if (!isShown || userId === null) {
        return [];
      }
      const [realmRoles, clientRoles] = await Promise.all([
        api.effectiveRealmRoles(userId, signal),
        api.effectiveClientRoles(userId, signal),
      ]);
      return [
        ...realmRoles.map(({ name }) => ({ name, client: null })),
        ...clientRoles.map(({ role, client }) => ({ name: role, client })),
      ];
    },
    // pair.roles is a dependency: linked roles change the inherited ones
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [api, userId, isShown, pair.roles],
  );
  const { data, error } = useLoad(load);
  useEffect(() => {
    if (error !== undefined) {
      addError("appKeys.failed", error);
    }
  }, [error, addError]);
  return data ?? [];
}
