import { Alert, PageSection, Pagination } from "@patternfly/react-core";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../api/ApiError";
import type { PairQuery } from "../api/types";
import { useConsole } from "../console/ConsoleContext";
import { FirstSteps, NothingFound } from "../parts/EmptyList";
import { Heading } from "../parts/Heading";
import { Loading, Problem } from "../parts/Problem";
import { RouteLink } from "../parts/RouteLink";
import { useDebounced } from "../parts/useDebounced";
import { useLoad } from "../parts/useLoad";
import { usePaging, useStayWithin } from "../parts/usePaging";
import { importPath, passwordGrantsPath, settingsPath, testPath } from "../routes/paths";
import { NotEnabled, SwitchedOff } from "../settings/NotEnabled";
import { ListToolbar } from "./ListToolbar";
import { PairTable } from "./PairTable";

const ALL: PairQuery = { search: "", status: "" };

export function ListPage() {
  const { t } = useTranslation();
  const { api, access } = useConsole();
  const [query, setQuery] = useState(ALL);
  const search = useDebounced(query.search);
  const { status } = query;
  const paged = usePaging(t("appKeys.list.pages"));
  const { page, perPage, setPage, controls } = paged;

  // access is a dependency: with new rights, a refused request may succeed
  const load = useCallback(
    async (signal: AbortSignal) => {
      if (access.settingsOnly) {
        return { pairs: [], count: 0, enabled: (await api.settings(signal)).enabled };
      }
      const [pairs, count, settings] = await Promise.all([
        api.list({ search, status }, (page - 1) * perPage, perPage, signal),
        api.count({ search, status }, signal),
        access.settings ? api.settings(signal) : undefined,
      ]);
      return { pairs, count, enabled: settings?.enabled ?? true };
    },
    [api, search, status, page, perPage, access],
  );
  const { data, error, loading, reload } = useLoad(load);

  useStayWithin(paged, data?.count);

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
  const ask = (changed: PairQuery) => {
    setQuery(changed);
    setPage(1);
  };
  const paging = controls(data?.count ?? 0);
  const isEmpty = data?.count === 0 && search === "" && status === "";
  return (
    <>
      <ListHeading />
      <PageSection variant="light" padding={{ default: isEmpty ? "padding" : "noPadding" }} data-testid="app-keys-list">
        {data?.enabled === false && <SwitchedOff onEnabled={reload} />}
        {error !== undefined && <Problem error={error} onRetry={reload} />}
        {!data && error === undefined && <Loading />}
        {isEmpty && <FirstSteps />}
        {data && !isEmpty && (
          <>
            <ListToolbar query={query} settled={{ search, status }} onQuery={ask} onRefresh={reload} paging={paging} />
            {data.pairs.length === 0 ? (
              <NothingFound
                title={t("appKeys.list.nothingFound")}
                clear={t("appKeys.list.clearFilters")}
                onClear={() => ask(ALL)}
              />
            ) : (
              <>
                <PairTable pairs={data.pairs} isBusy={loading} onChanged={reload} />
                <Pagination variant="bottom" widgetId="app-keys-bottom" {...paging} />
              </>
            )}
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
