import { Button, List, ListComponent, ListItem, OrderType } from "@patternfly/react-core";
import { KeyIcon, SearchIcon } from "@patternfly/react-icons";
import { useTranslation } from "react-i18next";
import { useConsole } from "../console/ConsoleContext";
import { newPath } from "../routes/paths";
import { Empty } from "./Empty";
import { RouteLink } from "./RouteLink";

/** The steps from a new pair to its first exchange. */
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

/** Shown instead of the list while there is no pair. */
export function FirstSteps() {
  const { t } = useTranslation();
  const { realm, access } = useConsole();
  const create = access.manage && (
    <RouteLink to={newPath(realm)} variant="primary" testId="app-keys-create">
      {t("appKeys.create")}
    </RouteLink>
  );
  return (
    <Empty testId="app-keys-empty" title={t("appKeys.empty.title")} icon={KeyIcon} actions={create || undefined}>
      <Steps />
    </Empty>
  );
}

interface NothingFoundProps {
  title: string;
  clear: string;
  onClear: () => void;
}

/** Shown instead of the table if nothing matches the search. */
export function NothingFound({ title, clear, onClear }: NothingFoundProps) {
  return (
    <Empty
      title={title}
      icon={SearchIcon}
      actions={
        <Button variant="link" onClick={onClear}>
          {clear}
        </Button>
      }
    />
  );
}
