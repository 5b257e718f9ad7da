import {
  Button,
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
  EmptyStateHeader,
  EmptyStateIcon,
  Flex,
  FormSelect,
  FormSelectOption,
  Label,
  LabelGroup,
  List,
  ListComponent,
  ListItem,
  MenuToggle,
  OrderType,
  PageSection,
  Pagination,
  SearchInput,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
  Alert,
  AlertActionLink,
  type MenuToggleElement,
} from "@patternfly/react-core";
import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { EllipsisVIcon, KeyIcon, SearchIcon, SyncAltIcon } from "@patternfly/react-icons";
import { ActionsColumn, Table, Tbody, Td, Th, Thead, Tr, type IAction } from "@patternfly/react-table";
import { useCallback, useEffect, useState, type Ref } from "react";
import { useTranslation } from "react-i18next";
import { ApiError, type Pair, type PairStatus } from "../api";
import { useConsole } from "../console";
import { roleText } from "../lib/roles";
import { PAIR_STATUSES } from "../lib/status";
import { ConfirmDialog, type Confirmation } from "../parts/ConfirmDialog";
import { CopyButton } from "../parts/CopyButton";
import { Heading } from "../parts/Heading";
import { Loading, Problem } from "../parts/Problem";
import { RouteLink } from "../parts/RouteLink";
import { StatusLabel } from "../parts/StatusLabel";
import { When } from "../parts/When";
import { keyPath, newPath, settingsPath } from "../paths";
import { useLoad } from "../useLoad";
import { useConfirmations } from "./confirmations";

const ROLES_SHOWN = 3;

/** A text that settles a moment after the last key. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text.trim()), 300);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

export function ListPage() {
  const { t } = useTranslation();
  const { api, realm, access } = useConsole();
  const [searchText, setSearchText] = useState("");
  const search = useSettled(searchText);
  const [status, setStatus] = useState<PairStatus | "">("");
  const [page, setPage] = useState(1);
  const [perPage, setPerPage] = useState(20);

  // access is in the list of what a load depends on: with new rights, what was refused may be there
  const load = useCallback(
    async (signal: AbortSignal) => {
      const query = { search, status };
      const [pairs, count, settings] = await Promise.all([
        api.list(query, (page - 1) * perPage, perPage, signal),
        api.count(query, signal),
        access.settings ? api.settings(signal) : undefined,
      ]);
      return { pairs, count, enabled: settings?.enabled ?? true };
    },
    [api, search, status, page, perPage, access],
  );
  const { data, error, loading, reload } = useLoad(load);

  const lastPage = data ? Math.max(1, Math.ceil(data.count / perPage)) : page;
  useEffect(() => {
    if (page > lastPage) {
      setPage(lastPage);
    }
  }, [page, lastPage]);

  if (error instanceof ApiError && error.status === 409) {
    return <NotEnabled onEnabled={reload} />;
  }
  if (error instanceof ApiError && error.status === 403 && access.settings) {
    return (
      <>
        <ListHeading />
        <PageSection>
          <Alert component="p" isInline variant="info" title={t("appKeys.settingsOnly")} />
        </PageSection>
      </>
    );
  }
  const paging = {
    itemCount: data?.count ?? 0,
    page,
    perPage,
    perPageOptions: [10, 20, 50, 100].map((value) => ({ title: String(value), value })),
    onSetPage: (_event: unknown, value: number) => setPage(value),
    onPerPageSelect: (_event: unknown, value: number) => {
      setPerPage(value);
      setPage(1);
    },
    titles: {
      paginationAriaLabel: t("appKeys.list.pages"),
      toFirstPageAriaLabel: t("appKeys.list.firstPage"),
      toPreviousPageAriaLabel: t("appKeys.list.previousPage"),
      toNextPageAriaLabel: t("appKeys.list.nextPage"),
      toLastPageAriaLabel: t("appKeys.list.lastPage"),
      currPageAriaLabel: t("appKeys.list.currentPage"),
      perPageSuffix: t("appKeys.list.perPageSuffix"),
      ofWord: t("appKeys.list.of"),
      items: "",
    },
  };
  const filtered = search !== "" || status !== "";
  const isEmpty = data?.count === 0 && !filtered;
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
            <Toolbar>
              <ToolbarContent>
                <ToolbarItem variant="search-filter">
                  <SearchInput
                    data-testid="app-keys-search"
                    aria-label={t("appKeys.list.search")}
                    placeholder={t("appKeys.list.search")}
                    resetButtonLabel={t("appKeys.list.clearSearch")}
                    value={searchText}
                    onChange={(_event, value) => {
                      setSearchText(value);
                      setPage(1);
                    }}
                    onClear={() => setSearchText("")}
                  />
                </ToolbarItem>
                <ToolbarItem>
                  <FormSelect
                    data-testid="app-keys-status-filter"
                    aria-label={t("appKeys.list.statusFilter")}
                    style={{ minWidth: "12rem" }}
                    value={status}
                    onChange={(_event, value) => {
                      setStatus(value as PairStatus | "");
                      setPage(1);
                    }}
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
                    onClick={reload}
                  >
                    <SyncAltIcon />
                  </Button>
                </ToolbarItem>
                <ToolbarItem variant="pagination" align={{ default: "alignRight" }}>
                  <Pagination isCompact {...paging} />
                </ToolbarItem>
              </ToolbarContent>
            </Toolbar>
            {data.pairs.length === 0 ? (
              <NothingFound
                onClear={() => {
                  setSearchText("");
                  setStatus("");
                }}
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
      {...(access.settings
        ? {
            actions: (
              <RouteLink to={settingsPath(realm)} variant="link" testId="app-keys-settings-link">
                {t("appKeys.settings.title")}
              </RouteLink>
            ),
          }
        : {})}
    />
  );
}

interface TableProps {
  pairs: Pair[];
  isBusy: boolean;
  onChanged: () => void;
}

function PairTable({ pairs, isBusy, onChanged }: TableProps) {
  const { t } = useTranslation();
  const { realm, access } = useConsole();
  const [confirmation, setConfirmation] = useState<Confirmation>();
  const confirmations = useConfirmations();
  const columns = {
    label: t("appKeys.label"),
    appKey: t("appKeys.appKey"),
    status: t("appKeys.statusColumn"),
    roles: t("appKeys.roles.title"),
    created: t("appKeys.created"),
    lastUsed: t("appKeys.lastUsed"),
    expires: t("appKeys.expires"),
  };
  const actions = (pair: Pair): IAction[] => [
    {
      title: pair.enabled ? t("appKeys.disable") : t("appKeys.enable"),
      onClick: () => setConfirmation(confirmations.toggle(pair, onChanged)),
    },
    { isSeparator: true },
    { title: t("appKeys.delete"), onClick: () => setConfirmation(confirmations.remove(pair, onChanged)) },
  ];
  return (
    <>
      <ConfirmDialog confirmation={confirmation} onClose={() => setConfirmation(undefined)} />
      <Table aria-label={t("appKeys.title")} aria-busy={isBusy} variant="compact">
        <Thead>
          <Tr>
            {Object.entries(columns).map(([name, title]) => (
              <Th key={name} modifier="wrap" {...(name === "label" ? { width: 20 as const } : {})}>
                {title}
              </Th>
            ))}
            {access.manage && <Th screenReaderText={t("appKeys.actions")} />}
          </Tr>
        </Thead>
        <Tbody>
          {pairs.map((pair) => (
            <Tr key={pair.appKey} data-testid={`app-key-row-${pair.appKey}`}>
              <Td dataLabel={columns.label} modifier="breakWord">
                <RouteLink to={keyPath(realm, pair.appKey)} testId={`app-key-link-${pair.appKey}`}>
                  {pair.label ?? pair.appKey}
                </RouteLink>
              </Td>
              <Td dataLabel={columns.appKey} modifier="breakWord">
                <Flex
                  flexWrap={{ default: "nowrap" }}
                  spaceItems={{ default: "spaceItemsNone" }}
                  alignItems={{ default: "alignItemsBaseline" }}
                >
                  <code>{pair.appKey}</code>
                  <CopyButton text={pair.appKey} label={t("appKeys.copyNamed", { text: pair.appKey })} />
                </Flex>
              </Td>
              <Td dataLabel={columns.status} modifier="nowrap">
                <StatusLabel status={pair.status} testId={`app-key-status-${pair.appKey}`} />
              </Td>
              <Td dataLabel={columns.roles}>
                {pair.roles.length === 0 ? (
                  "—"
                ) : (
                  <LabelGroup
                    numLabels={ROLES_SHOWN}
                    aria-label={t("appKeys.roles.title")}
                    collapsedText={t("appKeys.more", { count: pair.roles.length - ROLES_SHOWN })}
                    expandedText={t("appKeys.less")}
                  >
                    {pair.roles.map((role) => (
                      <Label key={roleText(role)} isCompact variant="outline">
                        {roleText(role)}
                      </Label>
                    ))}
                  </LabelGroup>
                )}
              </Td>
              <Td dataLabel={columns.created}>
                <When at={pair.createdAt} />
              </Td>
              <Td dataLabel={columns.lastUsed}>
                <When at={lastUse(pair)} />
              </Td>
              <Td dataLabel={columns.expires}>
                <When at={pair.tokens[0]?.expiresAt} none={pair.tokens.length === 0 ? "—" : t("appKeys.never")} />
              </Td>
              {access.manage && (
                <Td isActionCell>
                  <ActionsColumn
                    items={actions(pair)}
                    actionsToggle={({ onToggle, isOpen, toggleRef }) => (
                      <MenuToggle
                        ref={toggleRef as Ref<MenuToggleElement>}
                        variant="plain"
                        data-testid={`app-key-actions-${pair.appKey}`}
                        aria-label={t("appKeys.actionsOf", { text: pair.label ?? pair.appKey })}
                        isExpanded={isOpen}
                        onClick={onToggle}
                      >
                        <EllipsisVIcon />
                      </MenuToggle>
                    )}
                  />
                </Td>
              )}
            </Tr>
          ))}
        </Tbody>
      </Table>
    </>
  );
}

function lastUse(pair: Pair): string | undefined {
  return pair.tokens
    .map((token) => token.lastUsedAt)
    .filter((moment) => moment !== null)
    .sort()
    .at(-1);
}

function Steps() {
  const { t } = useTranslation();
  return (
    <List component={ListComponent.ol} type={OrderType.number} style={{ textAlign: "start" }}>
      <ListItem>{t("appKeys.steps.create")}</ListItem>
      <ListItem>{t("appKeys.steps.link")}</ListItem>
      <ListItem>{t("appKeys.steps.handOver")}</ListItem>
    </List>
  );
}

function FirstSteps() {
  const { t } = useTranslation();
  const { realm, access } = useConsole();
  return (
    <EmptyState data-testid="app-keys-empty">
      <EmptyStateHeader
        titleText={t("appKeys.empty.title")}
        headingLevel="h2"
        icon={<EmptyStateIcon icon={KeyIcon} />}
      />
      <EmptyStateBody>
        <Steps />
      </EmptyStateBody>
      {access.manage && (
        <EmptyStateFooter>
          <EmptyStateActions>
            <RouteLink to={newPath(realm)} variant="primary" testId="app-keys-create">
              {t("appKeys.create")}
            </RouteLink>
          </EmptyStateActions>
        </EmptyStateFooter>
      )}
    </EmptyState>
  );
}

function NothingFound({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <EmptyState>
      <EmptyStateHeader
        titleText={t("appKeys.list.nothingFound")}
        headingLevel="h2"
        icon={<EmptyStateIcon icon={SearchIcon} />}
      />
      <EmptyStateFooter>
        <EmptyStateActions>
          <Button variant="link" onClick={onClear}>
            {t("appKeys.list.clearFilters")}
          </Button>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
}

function useEnable(onEnabled: () => void): { enable: () => Promise<void>; busy: boolean } {
  const { t } = useTranslation();
  const { api, refreshAccess } = useConsole();
  const { addAlert, addError } = useAlerts();
  const [busy, setBusy] = useState(false);
  const enable = async () => {
    setBusy(true);
    try {
      await api.saveSettings({ enabled: true });
      addAlert(t("appKeys.settings.enabledNow"));
      await refreshAccess();
      onEnabled();
    } catch (error) {
      addError("appKeys.failed", error);
    } finally {
      setBusy(false);
    }
  };
  return { enable, busy };
}

/** App keys were enabled here once: the pairs are there, and do not work now. */
function SwitchedOff({ onEnabled }: { onEnabled: () => void }) {
  const { t } = useTranslation();
  const { enable } = useEnable(onEnabled);
  return (
    <Alert
      component="p"
      isInline
      variant="warning"
      title={t("appKeys.switchedOff")}
      actionLinks={
        <AlertActionLink data-testid="app-keys-enable" onClick={() => void enable()}>
          {t("appKeys.notEnabled.enable")}
        </AlertActionLink>
      }
    />
  );
}

function NotEnabled({ onEnabled }: { onEnabled: () => void }) {
  const { t } = useTranslation();
  const { access } = useConsole();
  const { enable, busy } = useEnable(onEnabled);
  return (
    <>
      <Heading title={t("appKeys.title")} text={t("appKeys.subtitle")} />
      <PageSection variant="light">
        <EmptyState data-testid="app-keys-not-enabled">
          <EmptyStateHeader
            titleText={t("appKeys.notEnabled.title")}
            headingLevel="h2"
            icon={<EmptyStateIcon icon={KeyIcon} />}
          />
          <EmptyStateBody>
            <p>{t("appKeys.notEnabled.text")}</p>
            <br />
            <Steps />
          </EmptyStateBody>
          <EmptyStateFooter>
            <EmptyStateActions>
              {access.settings ? (
                <Button data-testid="app-keys-enable" isLoading={busy} isDisabled={busy} onClick={() => void enable()}>
                  {t("appKeys.notEnabled.enable")}
                </Button>
              ) : (
                t("appKeys.notEnabled.ask")
              )}
            </EmptyStateActions>
          </EmptyStateFooter>
        </EmptyState>
      </PageSection>
    </>
  );
}
