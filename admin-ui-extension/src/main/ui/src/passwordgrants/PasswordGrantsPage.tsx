import { Alert, PageSection, Pagination } from "@patternfly/react-core";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../api/ApiError";
import { useConsole } from "../console/ConsoleContext";
import { NothingFound } from "../parts/EmptyList";
import { Heading } from "../parts/Heading";
import { Loading, Problem } from "../parts/Problem";
import { useDebounced } from "../parts/useDebounced";
import { useLoad } from "../parts/useLoad";
import { usePaging, useStayWithin } from "../parts/usePaging";
import { NotEnabled } from "../settings/NotEnabled";
import { NoPasswordGrants } from "./NoPasswordGrants";
import { PasswordGrantsState } from "./PasswordGrantsState";
import { PasswordGrantsTable } from "./PasswordGrantsTable";
import { PasswordGrantsToolbar } from "./PasswordGrantsToolbar";

/** The report of password grants: which clients still log in with a user's password. Each row leads to a new pair. */
export function PasswordGrantsPage() {
  const { t } = useTranslation();
  const { api, access, locale } = useConsole();
  const [searchText, setSearchText] = useState("");
  const search = useDebounced(searchText);
  const paged = usePaging(t("appKeys.grants.pages"));
  const { page, perPage, setPage, controls } = paged;

  const load = useCallback(
    async (signal: AbortSignal) => {
      const [report, settings] = await Promise.all([
        api.passwordGrants(search, (page - 1) * perPage, perPage, signal),
        access.settings ? api.settings(signal) : undefined,
      ]);
      return { report, grants: settings?.passwordGrants };
    },
    [api, search, page, perPage, access],
  );
  const { data, error, loading, reload } = useLoad(load);
  useStayWithin(paged, data?.report.total);

  if (error instanceof ApiError && error.status === 409) {
    return <NotEnabled onEnabled={reload} />;
  }
  const ask = (text: string) => {
    setSearchText(text);
    setPage(1);
  };
  const paging = controls(data?.report.total ?? 0);
  const isEmpty = data?.report.total === 0 && search === "";
  return (
    <>
      <Heading title={t("appKeys.grants.title")} text={t("appKeys.grants.text")} isInner />
      <PageSection variant="light" padding={{ default: isEmpty ? "padding" : "noPadding" }} data-testid="password-grants">
        {error !== undefined && <Problem error={error} onRetry={reload} />}
        {!data && error === undefined && <Loading />}
        {data?.grants && <PasswordGrantsState grants={data.grants} />}
        {isEmpty && <NoPasswordGrants onRefresh={reload} />}
        {data && !data.report.complete && (
          <Alert
            component="p"
            isInline
            variant="warning"
            data-testid="password-grants-incomplete"
            title={t("appKeys.grants.incomplete", { limit: new Intl.NumberFormat(locale).format(data.report.limit) })}
          />
        )}
        {data && !isEmpty && (
          <>
            <PasswordGrantsToolbar
              searchText={searchText}
              search={search}
              onSearch={ask}
              onRefresh={reload}
              paging={paging}
            />
            {data.report.rows.length === 0 ? (
              <NothingFound
                title={t("appKeys.grants.nothingFound")}
                clear={t("appKeys.list.clearSearch")}
                onClear={() => ask("")}
              />
            ) : (
              <>
                <PasswordGrantsTable rows={data.report.rows} isBusy={loading} />
                <Pagination variant="bottom" widgetId="password-grants-bottom" {...paging} />
              </>
            )}
          </>
        )}
      </PageSection>
    </>
  );
}
