import {
  Button,
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
  EmptyStateHeader,
  EmptyStateIcon,
  List,
  ListComponent,
  ListItem,
  OrderType,
} from "@patternfly/react-core";
import { KeyIcon, SearchIcon } from "@patternfly/react-icons";
import { useTranslation } from "react-i18next";
import { useConsole } from "../console";
import { RouteLink } from "../parts/RouteLink";
import { newPath } from "../paths";

/** What there is to do, from a pair to its first exchange. */
export function Steps() {
  const { t } = useTranslation();
  return (
    <List component={ListComponent.ol} type={OrderType.number} style={{ textAlign: "start" }}>
      <ListItem>{t("appKeys.steps.create")}</ListItem>
      <ListItem>{t("appKeys.steps.link")}</ListItem>
      <ListItem>{t("appKeys.steps.handOver")}</ListItem>
    </List>
  );
}

/** Instead of the list, while there is no pair. */
export function FirstSteps() {
  const { t } = useTranslation();
  const { realm, access } = useConsole();
  return (
    <EmptyState data-testid="app-keys-empty">
      <EmptyStateHeader
        titleText={t("appKeys.empty.title")}
        headingLevel="h2"
        icon={<EmptyStateIcon icon={KeyIcon} />}
      />
      <EmptyStateBody>
        <Steps />
      </EmptyStateBody>
      {access.manage && (
        <EmptyStateFooter>
          <EmptyStateActions>
            <RouteLink to={newPath(realm)} variant="primary" testId="app-keys-create">
              {t("appKeys.create")}
            </RouteLink>
          </EmptyStateActions>
        </EmptyStateFooter>
      )}
    </EmptyState>
  );
}

/** Instead of the table, where no pair fits the search. */
export function NothingFound({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <EmptyState>
      <EmptyStateHeader
        titleText={t("appKeys.list.nothingFound")}
        headingLevel="h2"
        icon={<EmptyStateIcon icon={SearchIcon} />}
      />
      <EmptyStateFooter>
        <EmptyStateActions>
          <Button variant="link" onClick={onClear}>
            {t("appKeys.list.clearFilters")}
          </Button>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
}
