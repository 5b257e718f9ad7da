import { Button, SearchInput, ToolbarItem } from "@patternfly/react-core";
import { SyncAltIcon } from "@patternfly/react-icons";
import { useTranslation } from "react-i18next";

interface SearchProps {
  testId: string;
  /** The id of the field itself. */
  id?: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** The search field of a list. */
export function SearchItem({ testId, id, label, value, onChange }: SearchProps) {
  const { t } = useTranslation();
  return (
    <ToolbarItem variant="search-filter">
      <SearchInput
        data-testid={testId}
        {...(id === undefined ? {} : { searchInputId: id })}
        aria-label={label}
        placeholder={label}
        resetButtonLabel={t("appKeys.list.clearSearch")}
        value={value}
        onChange={(_event, changed) => onChange(changed)}
        onClear={() => onChange("")}
      />
    </ToolbarItem>
  );
}

/** The button that reloads a list. */
export function RefreshItem({ testId, onRefresh }: { testId: string; onRefresh: () => void }) {
  const { t } = useTranslation();
  return (
    <ToolbarItem>
      <Button
        variant="plain"
        data-testid={testId}
        aria-label={t("appKeys.refresh")}
        title={t("appKeys.refresh")}
        onClick={onRefresh}
      >
        <SyncAltIcon />
      </Button>
    </ToolbarItem>
  );
}
