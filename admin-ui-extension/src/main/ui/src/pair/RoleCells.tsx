import { Td } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import type { Role } from "../api/types";
import { roleText, sameRole } from "./roles";

interface SelectProps {
  role: Role;
  rowIndex: number;
  selected: Role[];
  isDisabled?: boolean;
  onSelected: (change: (before: Role[]) => Role[]) => void;
}

/** The cell that selects the role of a row. */
export function RoleSelect({ role, rowIndex, selected, isDisabled = false, onSelected }: SelectProps) {
  const { t } = useTranslation();
  return (
    <Td
      select={{
        rowIndex,
        isDisabled,
        props: { "aria-label": t("appKeys.roles.selectNamed", { text: roleText(role) }) },
        isSelected: selected.some((other) => sameRole(role, other)),
        onSelect: (_event, isSelected) =>
          onSelected((before) => [...before.filter((other) => !sameRole(role, other)), ...(isSelected ? [role] : [])]),
      }}
    />
  );
}

/** The cells with the name and the client of a role. */
export function RoleCells({ role }: { role: Role }) {
  const { t } = useTranslation();
  return (
    <>
      <Td dataLabel={t("appKeys.roles.name")} modifier="breakWord">
        {role.name}
      </Td>
      <Td dataLabel={t("appKeys.roles.client")} modifier="breakWord">
        {role.client ?? t("appKeys.roles.realmRole")}
      </Td>
    </>
  );
}
