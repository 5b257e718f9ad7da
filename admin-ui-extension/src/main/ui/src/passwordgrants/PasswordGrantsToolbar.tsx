import { Button, Pagination, Toolbar, ToolbarContent, ToolbarItem } from "@patternfly/react-core";
import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useConsole } from "../console/ConsoleContext";
import { csvSeparator, downloadBlob } from "../parts/download";
import { RefreshItem, SearchItem } from "../parts/ToolbarItems";
import type { PagingControls } from "../parts/usePaging";

interface Props {
  searchText: string;
  /** The search that the table shows. */
  search: string;
  onSearch: (text: string) => void;
  onRefresh: () => void;
  paging: PagingControls;
}

export function PasswordGrantsToolbar({ searchText, search, onSearch, onRefresh, paging }: Props) {
  const { t } = useTranslation();
  const { api, realm, locale } = useConsole();
  const { addAlert, addError } = useAlerts();
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      downloadBlob(`password-grants-${realm}.csv`, await api.passwordGrantsCsv(search, csvSeparator(locale)));
      addAlert(t("appKeys.export.done"));
    } catch (error) {
      addError("appKeys.failed", error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Toolbar>
      <ToolbarContent>
        <SearchItem
          testId="password-grants-search"
          label={t("appKeys.grants.search")}
          value={searchText}
          onChange={onSearch}
        />
        <RefreshItem testId="password-grants-refresh" onRefresh={onRefresh} />
        <ToolbarItem>
          <Button
            variant="secondary"
            data-testid="password-grants-export"
            isLoading={isBusy}
            isDisabled={isBusy}
            onClick={() => void save()}
          >
            {t("appKeys.grants.export")}
          </Button>
        </ToolbarItem>
        <ToolbarItem variant="pagination" align={{ default: "alignRight" }}>
          <Pagination isCompact {...paging} />
        </ToolbarItem>
      </ToolbarContent>
    </Toolbar>
  );
}
