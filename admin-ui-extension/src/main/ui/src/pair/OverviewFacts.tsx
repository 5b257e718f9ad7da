import {
  Card,
  CardBody,
  CardTitle,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Flex,
  FlexItem,
} from "@patternfly/react-core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Claim, Pair } from "../api/types";
import { FixButton } from "../diagnosis/FixButton";
import { DateTime } from "../parts/DateTime";
import { StatusLabel } from "../parts/StatusLabel";
import { StatusReason } from "../parts/StatusReason";
import { AddedRolesLabel } from "./AddedRolesLabel";
import { RoleLabels } from "./RoleLabels";

interface Props {
  pair: Pair;
  onChanged: () => void;
}

/** What there is to know about a pair at a glance, and the button that mends its status. */
export function OverviewFacts({ pair, onChanged }: Props) {
  const { t } = useTranslation();
  const { claim, renewal, allowedNetworks: networks } = pair;
  return (
    <Card isFlat data-testid="overview-facts">
      <CardTitle component="h2">{t("appKeys.overview.facts")}</CardTitle>
      <CardBody>
        <DescriptionList columnModifier={{ lg: "2Col" }}>
          <Fact name="status" term={t("appKeys.statusColumn")}>
            <Flex alignItems={{ default: "alignItemsCenter" }}>
              <FlexItem>
                <StatusLabel status={pair.status} testId="overview-status-label" />
              </FlexItem>
              <FlexItem>
                <StatusReason pair={pair} />
              </FlexItem>
              {pair.statusReason !== null && (
                <FlexItem>
                  <FixButton
                    finding={{ code: pair.statusReason, severity: "WARN", message: "", fix: null }}
                    pair={pair}
                    onFixed={onChanged}
                  />
                </FlexItem>
              )}
            </Flex>
          </Fact>
          <Fact name="created" term={t("appKeys.created")}>
            <DateTime at={pair.createdAt} /> {t("appKeys.by", { name: pair.createdBy })}
          </Fact>
          <Fact name="last-used" term={t("appKeys.lastUsed")}>
            <DateTime at={pair.lastUsedAt} none={t("appKeys.never")} />{" "}
            {pair.lastUsedFrom !== null && t("appKeys.from", { address: pair.lastUsedFrom })}
          </Fact>
          <Fact name="roles" term={t("appKeys.roles.title")}>
            <RoleLabels roles={pair.roles} /> <AddedRolesLabel pair={pair} />
          </Fact>
          <Fact name="networks" term={t("appKeys.networks")}>
            {networks.length === 0
              ? t("appKeys.overview.anywhere")
              : networks.map((block) => (
                  <div key={block}>
                    <code>{block}</code>
                  </div>
                ))}
          </Fact>
          <Fact name="contact" term={t("appKeys.contact")}>
            {pair.contact ?? "—"}
          </Fact>
          {claim && (
            <Fact name="claim" term={t("appKeys.claim.link")}>
              <ClaimLink claim={claim} />
            </Fact>
          )}
          {renewal && (
            <Fact name="renewal" term={t("appKeys.list.renewal")}>
              {t("appKeys.renew.running")}
              <div>
                {renewal.finishAt === null ? (
                  t("appKeys.renew.untilFinished")
                ) : (
                  <>
                    {t("appKeys.renew.until")} <DateTime at={renewal.finishAt} />
                  </>
                )}
              </div>
            </Fact>
          )}
          {pair.description && (
            <Fact name="description" term={t("appKeys.description")}>
              {pair.description}
            </Fact>
          )}
        </DescriptionList>
      </CardBody>
    </Card>
  );
}

function ClaimLink({ claim: { status, expiresAt, claimedAt, createdBy } }: { claim: Claim }) {
  const { t } = useTranslation();
  return (
    <>
      {t(`appKeys.claim.${status}`)}
      {status === "PENDING" && (
        <div>
          {t("appKeys.claim.until")} <DateTime at={expiresAt} />
        </div>
      )}
      {status === "CLAIMED" && (
        <div>
          <DateTime at={claimedAt} />
        </div>
      )}
      <div>{t("appKeys.by", { name: createdBy })}</div>
    </>
  );
}

function Fact({ name, term, children }: { name: string; term: string; children: ReactNode }) {
  return (
    <DescriptionListGroup data-testid={`overview-${name}`}>
      <DescriptionListTerm>{term}</DescriptionListTerm>
      <DescriptionListDescription style={{ overflowWrap: "anywhere" }}>{children}</DescriptionListDescription>
    </DescriptionListGroup>
  );
}
