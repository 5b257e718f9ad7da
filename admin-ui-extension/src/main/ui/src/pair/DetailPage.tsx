import {
  Button,
  Flex,
  FlexItem,
  PageSection,
  Tab,
  Tabs,
  TabTitleText,
} from "@patternfly/react-core";
import { useCallback, useState, type CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import type { Integration } from "../api/types";
import { useConsole } from "../console/ConsoleContext";
import { DiagnosisTab } from "../diagnosis/DiagnosisTab";
import { TokensTab } from "../issuance/TokensTab";
import { AlarmLabels } from "../parts/AlarmLabels";
import { ConfirmDialog, type Confirmation } from "../parts/ConfirmDialog";
import { CopyableCode } from "../parts/CopyableCode";
import { Heading } from "../parts/Heading";
import { usePairConfirmations } from "../parts/pairConfirmations";
import { Loading, Problem } from "../parts/Problem";
import { RouteLink } from "../parts/RouteLink";
import { StatusLabel } from "../parts/StatusLabel";
import { useLoad } from "../parts/useLoad";
import { clientPath, diagnosisPath, keyPath, sectionPath, TABS, type Tab as TabName } from "../routes/paths";
import { AlarmAlerts } from "./AlarmAlerts";
import { EventsTab } from "./EventsTab";
import { OverviewTab } from "./OverviewTab";
import { PairSettingsTab } from "./PairSettingsTab";
import { RolesTab } from "./RolesTab";

/** On a phone the tabs stand closer, so that all of them fit. */
const TAB_GAP = "clamp(0.375rem, 1.5vw, 1rem)";
const NARROW_TABS = {
  "--pf-v5-c-tabs__link--PaddingLeft": TAB_GAP,
  "--pf-v5-c-tabs__link--PaddingRight": TAB_GAP,
} as CSSProperties;

interface Props {
  appKey: string;
  tab: TabName;
  /** Whether the role picker opens at once. */
  link: boolean;
  /** The integration whose roles the picker proposes. */
  from?: Integration | undefined;
}

export function DetailPage({ appKey, tab, link, from }: Props) {
  const { t } = useTranslation();
  const { api, realm, access, navigate } = useConsole();
  const load = useCallback((signal: AbortSignal) => api.pair(appKey, signal), [api, appKey]);
  const { data: pair, error, reload } = useLoad(load);
  const [confirmation, setConfirmation] = useState<Confirmation>();
  const confirmations = usePairConfirmations();

  if (!pair) {
    return (
      <>
        <Heading title={appKey} isInner />
        <PageSection variant="light">
          {error === undefined ? <Loading /> : <Problem error={error} onRetry={reload} />}
        </PageSection>
      </>
    );
  }
  const contents = {
    overview: () => <OverviewTab pair={pair} onChanged={reload} />,
    settings: () => <PairSettingsTab pair={pair} onChanged={reload} />,
    roles: () => <RolesTab pair={pair} link={link} from={from} onChanged={reload} />,
    tokens: () => <TokensTab pair={pair} onChanged={reload} />,
    events: () => <EventsTab pair={pair} />,
    diagnosis: () => <DiagnosisTab pair={pair} onChanged={reload} />,
  };
  return (
    <div data-testid="app-key-detail">
      <ConfirmDialog confirmation={confirmation} onClose={() => setConfirmation(undefined)} />
      <Heading
        title={pair.label ?? pair.appKey}
        label={
          <>
            <StatusLabel status={pair.status} testId={`app-key-status-${pair.appKey}`} /> <AlarmLabels pair={pair} />
          </>
        }
        isInner
        actions={
          <Flex>
            {access.viewClients && (
              <FlexItem>
                <RouteLink
                  to={clientPath(realm, pair, "settings")}
                  variant="link"
                  testId="app-key-client-link"
                >
                  {t("appKeys.clientPage")}
                </RouteLink>
              </FlexItem>
            )}
            <FlexItem>
              <RouteLink to={diagnosisPath(realm, appKey)} variant="secondary" testId="app-key-diagnose">
                {t("appKeys.diagnose")}
              </RouteLink>
            </FlexItem>
            {access.manage && (
              <>
                <FlexItem>
                  <Button
                    variant="secondary"
                    data-testid="app-key-toggle"
                    onClick={() => setConfirmation(confirmations.toggle(pair, reload))}
                  >
                    {pair.enabled ? t("appKeys.disable") : t("appKeys.enable")}
                  </Button>
                </FlexItem>
                <FlexItem>
                  <Button
                    variant="danger"
                    data-testid="app-key-delete"
                    onClick={() =>
                      setConfirmation(confirmations.remove(pair, () => navigate(sectionPath(realm), { replace: true })))
                    }
                  >
                    {t("appKeys.delete")}
                  </Button>
                </FlexItem>
              </>
            )}
          </Flex>
        }
        text={<CopyableCode text={pair.appKey} />}
      />
      {(pair.decoy || pair.alarms.length > 0) && (
        <PageSection variant="light">
          <AlarmAlerts pair={pair} />
        </PageSection>
      )}
      <PageSection variant="light" padding={{ default: "noPadding" }}>
        <Tabs
          activeKey={tab}
          aria-label={t("appKeys.tabs")}
          inset={{ default: "insetNone", md: "insetLg" }}
          style={NARROW_TABS}
          mountOnEnter
          unmountOnExit
          onSelect={(_event, key) => navigate(keyPath(realm, appKey, key as TabName))}
        >
          {TABS.filter((name) => name !== "diagnosis").map((name) => (
            <Tab
              key={name}
              eventKey={name}
              data-testid={`tab-${name}`}
              title={<TabTitleText>{t(`appKeys.tab.${name}`)}</TabTitleText>}
            >
              <PageSection variant="light">{name === tab && contents[name]()}</PageSection>
            </Tab>
          ))}
        </Tabs>
        {/* opened by a button, from any tab */}
        {tab === "diagnosis" && <PageSection variant="light">{contents.diagnosis()}</PageSection>}
      </PageSection>
    </div>
  );
}
