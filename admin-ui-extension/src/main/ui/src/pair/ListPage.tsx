import { Alert, PageSection, Pagination } from "@patternfly/react-core";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../api/ApiError";
import type { PairQuery } from "../api/types";
import { useConsole } from "../console/ConsoleContext";
import { FirstSteps, NothingFound } from "../parts/EmptyList";
import { Heading } from "../parts/Heading";
import { Loading, Problem } from "../parts/Problem";
import { RouteLink } from "../parts/RouteLink";
import { useLoad } from "../parts/useLoad";
import { usePagingControls, useStayWithin } from "../parts/usePaging";
import { ALL_PAIRS, isFiltered, listAddressOf, type ListAddress } from "../routes/list";
import { importPath, listPath, passwordGrantsPath, settingsPath, testPath } from "../routes/paths";
import { NotEnabled, SwitchedOff } from "../settings/NotEnabled";
import { ListToolbar, SEARCH_ID } from "./ListToolbar";
import { PairTable } from "./PairTable";

/** @param search the query string of the address, which says what the list shows */
export function ListPage({ search }: { search: string }) {
  const { t } = useTranslation();
  const { api, realm, access, navigate } = useConsole();
  const address = useMemo(() => listAddressOf(search), [search]);
  const { query, order, page, perPage } = address;
  const show = useCallback(
    (changed: Partial<ListAddress>, options?: { replace: boolean }) =>
      navigate(listPath(realm, { ...address, ...changed }), options),
    [address, realm, navigate],
  );
  const ask = useCallback(
    (changed: PairQuery, isTyped = false) => show({ query: changed, page: 1 }, { replace: isTyped }),
    [show],
  );
  const setPage = useCallback((last: number) => show({ page: last }, { replace: true }), [show]);
  const controls = usePagingControls(t("appKeys.list.pages"), address, show);

  // access is a dependency: with new rights, a refused request may succeed
  const load = useCallback(
    async (signal: AbortSignal) => {
      if (access.settingsOnly) {
        return { query, pairs: [], count: 0, enabled: (await api.settings(signal)).enabled };
      }
      const [pairs, count, settings] = await Promise.all([
        api.list(query, order, (page - 1) * perPage, perPage, signal),
        api.count(query, signal),
        access.settings ? api.settings(signal) : undefined,
      ]);
      return { query, pairs, count, enabled: settings?.enabled ?? true };
    },
    [api, query, order, page, perPage, access],
  );
  const { data, error, loading, reload } = useLoad(load);

  useStayWithin({ page, perPage, setPage }, loading ? undefined : data?.count);

  const refused = error instanceof ApiError ? error.status : undefined;
  if (refused === 409 || (access.settingsOnly && data?.enabled === false)) {
    return <NotEnabled onEnabled={reload} />;
  }
  if ((refused === 403 && access.settings) || (access.settingsOnly && data)) {
    return (
      <>
        <ListHeading />
        <PageSection>
          <Alert component="p" isInline variant="info" title={t("appKeys.settingsOnly")} />
        </PageSection>
      </>
    );
  }
  const paging = controls(data?.count ?? 0);
  const isEmpty = data?.count === 0 && !isFiltered(data.query);
  const noSuchRole = refused === 400 && query.role !== "";
  const clear = () => {
    ask(ALL_PAIRS);
    // the button goes with the filters
    document.getElementById(SEARCH_ID)?.focus();
  };
  return (
    <>
      <ListHeading />
      <PageSection variant="light" padding={{ default: isEmpty ? "padding" : "noPadding" }} data-testid="app-keys-list">
        {data?.enabled === false && <SwitchedOff onEnabled={reload} />}
        {error !== undefined && !noSuchRole && <Problem error={error} onRetry={reload} />}
        {!data && error === undefined && <Loading />}
        {isEmpty && <FirstSteps />}
        {(data ?? error) !== undefined && !isEmpty && (
          <ListToolbar query={query} onQuery={ask} onClear={clear} onRefresh={reload} paging={paging} />
        )}
        <span className="pf-v5-screen-reader" role="status">
          {data && !isEmpty && t("appKeys.list.count", { count: data.count })}
        </span>
        {(noSuchRole || (data?.count === 0 && !isEmpty)) && (
          <NothingFound
            title={noSuchRole ? t("appKeys.list.noSuchRole", { role: query.role }) : t("appKeys.list.nothingFound")}
            clear={t("appKeys.list.clearFilters")}
            onClear={clear}
          />
        )}
        {data && data.pairs.length > 0 && (
          <>
            <PairTable
              pairs={data.pairs}
              order={order}
              isBusy={loading}
              onOrder={(changed) => show({ order: changed, page: 1 })}
              onChanged={reload}
            />
            <Pagination variant="bottom" widgetId="app-keys-bottom" {...paging} />
          </>
        )}
      </PageSection>
    </>
  );
}

function ListHeading() {
  const { t } = useTranslation();
  const { realm, access } = useConsole();
  return (
    <Heading
      title={t("appKeys.title")}
      text={t("appKeys.subtitle")}
      actions={
        <>
          {access.view && (
            <>
              <RouteLink to={passwordGrantsPath(realm)} variant="link" testId="password-grants-link">
                {t("appKeys.grants.title")}
              </RouteLink>
              <RouteLink to={testPath(realm)} variant="link" testId="test-pair-link">
                {t("appKeys.test")}
              </RouteLink>
            </>
          )}
          {access.transfer && (
            <RouteLink to={importPath(realm)} variant="link" testId="app-keys-import-link">
              {t("appKeys.import")}
            </RouteLink>
          )}
          {access.settings && (
            <RouteLink to={settingsPath(realm)} variant="link" testId="app-keys-settings-link">
              {t("appKeys.settings.title")}
            </RouteLink>
          )}
        </>
      }
    />
  );
}
