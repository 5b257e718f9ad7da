import { Label, LabelGroup } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Role } from "../api/types";
import { roleText } from "./roles";

const ROLES_SHOWN = 3;

/** The roles that are linked to a pair, the first few of them at once. */
export function RoleLabels({ roles }: { roles: Role[] }) {
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
