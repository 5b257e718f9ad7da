import { Label, List, ListItem, Popover } from "@patternfly/react-core";
import { ExclamationTriangleIcon } from "@patternfly/react-icons";
import { useTranslation } from "react-i18next";
import type { Pair } from "../api/types";
import { roleText } from "./roles";

/** A warning where protocol mappers add roles that are not linked. It names them when it is pressed. */
export function AddedRolesLabel({ pair: { appKey, addedRoles = [] } }: { pair: Pair }) {
  const { t } = useTranslation();
  if (addedRoles.length === 0) {
    return null;
  }
  return (
    <Popover
      data-testid={`added-roles-popover-${appKey}`}
      headerContent={t("appKeys.roles.addedTitle")}
      headerComponent="h2"
      bodyContent={
        <List isPlain>
          {addedRoles.map((role) => (
            <ListItem key={roleText(role)}>
              <code>{roleText(role)}</code>
              <div>{t("appKeys.roles.addedBy", { mapper: role.addedBy ?? "" })}</div>
            </ListItem>
          ))}
        </List>
      }
      closeBtnAriaLabel={t("appKeys.close")}
    >
      <Label
        color="orange"
        isCompact
        icon={<ExclamationTriangleIcon />}
        data-testid={`added-roles-${appKey}`}
        onClick={() => undefined}
      >
        {t("appKeys.roles.added")}
      </Label>
    </Popover>
  );
}
