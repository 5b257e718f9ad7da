import {
  Form,
  FormGroup,
  FormHelperText,
  FormSelect,
  FormSelectOption,
  Grid,
  GridItem,
  HelperText,
  HelperTextItem,
  TextInput,
} from "@patternfly/react-core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PairQuery } from "../api/types";
import { useTyped } from "../parts/useTyped";
import { choices, EXPIRY_DAYS, NEVER, PANEL, UNUSED_DAYS, valueOf, withValue, type PanelFilter } from "./filters";
import { useFilterWords } from "./useFilterWords";

interface Props {
  query: PairQuery;
  /** @param isTyped whether it is one step of many */
  onQuery: (query: PairQuery, isTyped?: boolean) => void;
}

const CHOICES: Record<PanelFilter, (value: string) => string[]> = {
  expires: (value) => choices(EXPIRY_DAYS, value),
  use: (value) => [NEVER, ...choices(UNUSED_DAYS, value)],
  claim: () => ["PENDING", "NEVER"],
  renewal: () => ["true"],
  role: () => [],
  contact: () => [],
};

/** The filters beside search and status. Each works as soon as it is chosen. */
export function FilterPanel({ query, onQuery }: Props) {
  const { t } = useTranslation();
  const words = useFilterWords();
  const ask = (filter: PanelFilter, value: string) => onQuery(withValue(query, filter, value));
  return (
    <Form
      id="app-keys-filter-panel"
      data-testid="app-keys-filter-panel"
      aria-label={t("appKeys.list.filters")}
      className="pf-v5-u-px-md pf-v5-u-pb-md"
      onSubmit={(event) => event.preventDefault()}
    >
      <Grid hasGutter sm={6} lg={4}>
        {PANEL.map((filter) => (
          <GridItem key={filter}>
            <FormGroup label={words.title(filter)} fieldId={`app-keys-filter-${filter}`}>
              {filter === "role" && <RoleField role={query.role} onRole={(role) => ask("role", role)} />}
              {filter === "contact" && (
                <ContactField contact={query.contact} onContact={(contact) => onQuery({ ...query, contact }, true)} />
              )}
              {filter !== "role" && filter !== "contact" && (
                <FormSelect
                  id={`app-keys-filter-${filter}`}
                  data-testid={`app-keys-filter-${filter}`}
                  value={valueOf(query, filter)}
                  onChange={(_event, value) => ask(filter, value)}
                >
                  <FormSelectOption value="" label={t("appKeys.list.any")} />
                  {CHOICES[filter](valueOf(query, filter)).map((value) => (
                    <FormSelectOption key={value} value={value} label={words.value(filter, value)} />
                  ))}
                </FormSelect>
              )}
            </FormGroup>
          </GridItem>
        ))}
      </Grid>
    </Form>
  );
}

/** The server knows whole names only, so the field waits for Enter or for the focus to leave. */
function RoleField({ role, onRole }: { role: string; onRole: (role: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState(role);
  useEffect(() => setText(role), [role]);
  const commit = () => {
    if (text.trim() !== role) {
      onRole(text.trim());
    }
  };
  return (
    <>
      <TextInput
        id="app-keys-filter-role"
        data-testid="app-keys-filter-role"
        aria-describedby="app-keys-filter-role-help"
        value={text}
        onChange={(_event, value) => setText(value)}
        onBlur={commit}
        onKeyDown={(event) => event.key === "Enter" && commit()}
      />
      <FormHelperText>
        <HelperText id="app-keys-filter-role-help">
          <HelperTextItem>{t("appKeys.list.roleHelp")}</HelperTextItem>
        </HelperText>
      </FormHelperText>
    </>
  );
}

function ContactField({ contact, onContact }: { contact: string; onContact: (contact: string) => void }) {
  const [text, setText] = useTyped(contact, onContact);
  return (
    <TextInput
      id="app-keys-filter-contact"
      data-testid="app-keys-filter-contact"
      value={text}
      onChange={(_event, value) => setText(value)}
    />
  );
}
