import {
  Button,
  FormSelect,
  FormSelectOption,
  Pagination,
  SearchInput,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from "@patternfly/react-core";
import { SyncAltIcon } from "@patternfly/react-icons";
import { useTranslation } from "react-i18next";
import type { PairQuery } from "../api";
import { useConsole } from "../console";
import { PAIR_STATUSES } from "../lib/status";
import { RouteLink } from "../parts/RouteLink";
import { newPath } from "../paths";
import { ExportMenu } from "./ExportMenu";
import type { PagingControls } from "./usePaging";

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
        <ToolbarItem variant="search-filter">
          <SearchInput
            data-testid="app-keys-search"
            aria-label={t("appKeys.list.search")}
            placeholder={t("appKeys.list.search")}
            resetButtonLabel={t("appKeys.list.clearSearch")}
            value={query.search}
            onChange={(_event, search) => onQuery({ ...query, search })}
            onClear={() => onQuery({ ...query, search: "" })}
          />
        </ToolbarItem>
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
        <ToolbarItem>
          <Button
            variant="plain"
            data-testid="app-keys-refresh"
            aria-label={t("appKeys.refresh")}
            title={t("appKeys.refresh")}
            onClick={onRefresh}
          >
            <SyncAltIcon />
          </Button>
        </ToolbarItem>
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
