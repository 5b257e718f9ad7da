import {
  Badge,
  FormSelect,
  FormSelectOption,
  MenuToggle,
  Pagination,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from "@patternfly/react-core";
import { FilterIcon } from "@patternfly/react-icons";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PairQuery } from "../api/types";
import { useConsole } from "../console/ConsoleContext";
import { RouteLink } from "../parts/RouteLink";
import { RefreshItem, SearchItem } from "../parts/ToolbarItems";
import type { PagingControls } from "../parts/usePaging";
import { useTyped } from "../parts/useTyped";
import { PAIR_STATUSES } from "../routes/list";
import { newPath } from "../routes/paths";
import { ExportMenu } from "../transfer/ExportMenu";
import { FilterChips } from "./FilterChips";
import { FilterPanel } from "./FilterPanel";
import { activeOf } from "./filters";

/** The id of the search field. */
export const SEARCH_ID = "app-keys-search-input";

interface Props {
  query: PairQuery;
  /** @param isTyped whether it is one step of many, which needs no entry of its own in the browser's history */
  onQuery: (query: PairQuery, isTyped?: boolean) => void;
  onClear: () => void;
  onRefresh: () => void;
  paging: PagingControls;
}

export function ListToolbar({ query, onQuery, onClear, onRefresh, paging }: Props) {
  const { t } = useTranslation();
  const { realm, access } = useConsole();
  const [isOpen, setOpen] = useState(false);
  const onSearch = useCallback((search: string) => onQuery({ ...query, search }, true), [query, onQuery]);
  const [search, setSearch] = useTyped(query.search, onSearch);
  const active = activeOf(query).length;
  return (
    <>
      <Toolbar>
        <ToolbarContent>
          <SearchItem
            testId="app-keys-search"
            id={SEARCH_ID}
            label={t("appKeys.list.search")}
            value={search}
            onChange={setSearch}
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
          <ToolbarItem>
            <MenuToggle
              data-testid="app-keys-filters"
              icon={<FilterIcon />}
              badge={active > 0 ? <Badge isRead>{active}</Badge> : undefined}
              isExpanded={isOpen}
              aria-controls={isOpen ? "app-keys-filter-panel" : undefined}
              onClick={() => setOpen(!isOpen)}
            >
              {t("appKeys.list.filters")}
            </MenuToggle>
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
            <ExportMenu query={query} />
          </ToolbarItem>
          <ToolbarItem variant="pagination" align={{ default: "alignRight" }}>
            <Pagination isCompact {...paging} />
          </ToolbarItem>
        </ToolbarContent>
      </Toolbar>
      {isOpen && <FilterPanel query={query} onQuery={onQuery} />}
      <FilterChips query={query} onQuery={onQuery} onClear={onClear} />
    </>
  );
}
