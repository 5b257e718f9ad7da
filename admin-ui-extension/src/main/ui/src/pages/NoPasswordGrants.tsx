import {
  Button,
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
  EmptyStateHeader,
  EmptyStateIcon,
} from "@patternfly/react-core";
import { UserIcon } from "@patternfly/react-icons";
import { useTranslation } from "react-i18next";

/** Instead of the report, while nobody was seen who logs in with a password. */
export function NoPasswordGrants({ onRefresh }: { onRefresh: () => void }) {
  const { t } = useTranslation();
  return (
    <EmptyState data-testid="password-grants-empty">
      <EmptyStateHeader
        titleText={t("appKeys.grants.empty")}
        headingLevel="h2"
        icon={<EmptyStateIcon icon={UserIcon} />}
      />
      <EmptyStateBody>{t("appKeys.grants.emptyText")}</EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <Button variant="link" data-testid="password-grants-refresh" onClick={onRefresh}>
            {t("appKeys.refresh")}
          </Button>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
}
