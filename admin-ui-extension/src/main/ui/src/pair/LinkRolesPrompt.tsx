import { Button } from "@patternfly/react-core";
import { ExclamationTriangleIcon } from "@patternfly/react-icons";
import { useTranslation } from "react-i18next";
import type { Integration } from "../api/types";
import { useConsole } from "../console/ConsoleContext";
import { Empty } from "../parts/Empty";
import { keyPath, linkRolesPath } from "../routes/paths";

interface Props {
  appKey: string;
  /** The integration whose roles are proposed. */
  from?: Integration | undefined;
}

/** The next step after the reveal: a new pair has no roles yet. */
export function LinkRolesPrompt({ appKey, from }: Props) {
  const { t } = useTranslation();
  const { realm, navigate } = useConsole();
  return (
    <Empty
      testId="link-roles-prompt"
      title={t("appKeys.linkPrompt.title")}
      icon={ExclamationTriangleIcon}
      actions={
        <>
          <Button data-testid="link-roles-now" onClick={() => navigate(linkRolesPath(realm, appKey, from), { replace: true })}>
            {t("appKeys.linkPrompt.now")}
          </Button>
          <Button variant="link" onClick={() => navigate(keyPath(realm, appKey), { replace: true })}>
            {t("appKeys.linkPrompt.later")}
          </Button>
        </>
      }
    >
      <p>{t("appKeys.linkPrompt.text", { appKey })}</p>
      {from && <p>{t("appKeys.linkPrompt.proposed", { username: from.username })}</p>}
    </Empty>
  );
}
