import {
  Button,
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
  EmptyStateHeader,
  EmptyStateIcon,
} from "@patternfly/react-core";
import { ExclamationTriangleIcon } from "@patternfly/react-icons";
import { useTranslation } from "react-i18next";
import { useConsole } from "../console";
import type { Integration } from "../lib/integration";
import { keyPath, linkRolesPath } from "../paths";

/** The second step after the reveal: a pair is born without any role. */
export function LinkRolesPrompt({ appKey, from }: { appKey: string; from?: Integration | undefined }) {
  const { t } = useTranslation();
  const { realm, go } = useConsole();
  return (
    <EmptyState data-testid="link-roles-prompt">
      <EmptyStateHeader
        titleText={t("appKeys.linkPrompt.title")}
        headingLevel="h2"
        icon={<EmptyStateIcon icon={ExclamationTriangleIcon} />}
      />
      <EmptyStateBody>
        <p>{t("appKeys.linkPrompt.text", { appKey })}</p>
        {from && <p>{t("appKeys.linkPrompt.proposed", { username: from.username })}</p>}
      </EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <Button data-testid="link-roles-now" onClick={() => go(linkRolesPath(realm, appKey, from), { replace: true })}>
            {t("appKeys.linkPrompt.now")}
          </Button>
          <Button variant="link" onClick={() => go(keyPath(realm, appKey), { replace: true })}>
            {t("appKeys.linkPrompt.later")}
          </Button>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
}
