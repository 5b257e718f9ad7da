import { FormSelect, FormSelectOption, Pagination, Toolbar, ToolbarContent, ToolbarItem } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { PairQuery } from "../api/types";
import { useConsole } from "../console/ConsoleContext";
import { RouteLink } from "../parts/RouteLink";
import { PAIR_STATUSES } from "../parts/status";
import { RefreshItem, SearchItem } from "../parts/ToolbarItems";
import type { PagingControls } from "../parts/usePaging";
import { newPath } from "../routes/paths";
import { ExportMenu } from "../transfer/ExportMenu";

interface Props {
  query: PairQuery;
  /** The query that the table shows. */
  settled: PairQuery;
  onQuery: (query: PairQuery) => void;
  onRefresh: () => void;
  paging: PagingControls;
}

export function ListToolbar({ query, settled, onQuery, onRefresh, paging }: Props) {
  const { t } = useTranslation();
  const { realm, access } = useConsole();
  return (
    <Toolbar>
      <ToolbarContent>
        <SearchItem
          testId="app-keys-search"
          label={t("appKeys.list.search")}
          value={query.search}
          onChange={(search) => onQuery({ ...query, search })}
        />
        <ToolbarItem>
          <FormSelect
            data-testid="app-keys-status-filter"
            aria-label={t("appKeys.list.statusFilter")}
            style={{ minWidth: "12rem" }}
            value={query.status}
            onChange={(_event, status) => onQuery({ ...query, status: status as PairQuery["status"] })}
          >
            <FormSelectOption value="" label={t("appKeys.list.anyStatus")} />
            {PAIR_STATUSES.map((known) => (
              <FormSelectOption key={known} value={known} label={t(`appKeys.status.${known}`)} />
            ))}
          </FormSelect>
        </ToolbarItem>
        {access.manage && (
          <ToolbarItem>
            <RouteLink to={newPath(realm)} variant="primary" testId="app-keys-create">
              {t("appKeys.create")}
            </RouteLink>
          </ToolbarItem>
        )}
        <RefreshItem testId="app-keys-refresh" onRefresh={onRefresh} />
        <ToolbarItem>
          <ExportMenu query={settled} />
        </ToolbarItem>
        <ToolbarItem variant="pagination" align={{ default: "alignRight" }}>
          <Pagination isCompact {...paging} />
        </ToolbarItem>
      </ToolbarContent>
    </Toolbar>
  );
}
