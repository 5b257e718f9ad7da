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

interface NothingFoundProps {
  title: string;
  clear: string;
  onClear: () => void;
}

/** Instead of the table, where nothing fits the search. */
export function NothingFound({ title, clear, onClear }: NothingFoundProps) {
  return (
    <EmptyState>
      <EmptyStateHeader
        titleText={title}
        headingLevel="h2"
        icon={<EmptyStateIcon icon={SearchIcon} />}
      />
      <EmptyStateFooter>
        <EmptyStateActions>
          <Button variant="link" onClick={onClear}>
            {clear}
          </Button>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
}
