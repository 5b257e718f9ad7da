import { Button, Chip, ChipGroup, Flex, FlexItem } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { PairQuery } from "../api/types";
import { activeOf, valueOf, withValue } from "./filters";
import { useFilterWords } from "./useFilterWords";

interface Props {
  query: PairQuery;
  onQuery: (query: PairQuery) => void;
  onClear: () => void;
}

/** The filters of the panel that are on, each with a button that takes it away. */
export function FilterChips({ query, onQuery, onClear }: Props) {
  const { t } = useTranslation();
  const words = useFilterWords();
  const active = activeOf(query);
  if (active.length === 0) {
    return null;
  }
  return (
    <Flex className="pf-v5-u-px-md pf-v5-u-pb-md" data-testid="app-keys-filter-chips">
      <FlexItem>
        <ChipGroup
          numChips={active.length}
          collapsedText=""
          expandedText=""
          aria-label={t("appKeys.list.filters")}
        >
          {active.map((filter) => (
            <Chip
              key={filter}
              data-testid={`app-keys-chip-${filter}`}
              closeBtnAriaLabel={t("appKeys.list.removeFilter")}
              onClick={() => onQuery(withValue(query, filter, ""))}
            >
              {`${words.title(filter)}: ${words.value(filter, valueOf(query, filter))}`}
            </Chip>
          ))}
        </ChipGroup>
      </FlexItem>
      <FlexItem>
        <Button variant="link" isInline data-testid="app-keys-clear-filters" onClick={onClear}>
          {t("appKeys.list.clearFilters")}
        </Button>
      </FlexItem>
    </Flex>
  );
}
