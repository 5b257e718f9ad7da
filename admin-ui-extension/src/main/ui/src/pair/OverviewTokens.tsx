import { Card, CardBody, CardTitle, Label } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import type { EndedToken, Pair, Token } from "../api/types";
import { DateTime } from "../parts/DateTime";
import { StatusLabel } from "../parts/StatusLabel";
import { causeMessageKey } from "./history";

/** The appTokens that work, and those that ended, greyed: when, why and by whom. */
export function OverviewTokens({ pair }: { pair: Pair }) {
  const { t } = useTranslation();
  const columns = {
    hint: t("appKeys.hint"),
    status: t("appKeys.statusColumn"),
    created: t("appKeys.created"),
    lastUsed: t("appKeys.lastUsed"),
    ends: t("appKeys.expires"),
  };
  const live = pair.tokens.filter((token) => !pair.endedTokens.some((ended) => ended.id === token.id));
  return (
    <Card isFlat data-testid="overview-tokens">
      <CardTitle component="h2">{t("appKeys.overview.tokens")}</CardTitle>
      <CardBody>
        {live.length + pair.endedTokens.length === 0 ? (
          <p>{t(pair.claim?.status === "PENDING" ? "appKeys.tokens.unclaimed" : "appKeys.tokens.none")}</p>
        ) : (
          <Table aria-label={t("appKeys.overview.tokens")} variant="compact">
            <Thead>
              <Tr>
                {Object.entries(columns).map(([name, title]) => (
                  <Th key={name}>{title}</Th>
                ))}
              </Tr>
            </Thead>
            <Tbody>
              {live.map((token) => (
                <Tr key={token.id} data-testid={`overview-token-${token.hint}`}>
                  <Td dataLabel={columns.hint}>
                    <Hint token={token} />
                  </Td>
                  <Td dataLabel={columns.status}>
                    <StatusLabel status={token.status} />
                  </Td>
                  <Td dataLabel={columns.created}>
                    <When at={token.createdAt} by={token.createdBy} />
                  </Td>
                  <Td dataLabel={columns.lastUsed}>
                    <DateTime at={token.lastUsedAt} none={t("appKeys.never")} />
                    <From address={token.lastUsedFrom} />
                  </Td>
                  <Td dataLabel={columns.ends}>
                    <DateTime at={token.expiresAt} none={t("appKeys.never")} />
                  </Td>
                </Tr>
              ))}
              {pair.endedTokens.map((token) => (
                <Tr key={token.id} className="pf-v5-u-color-200" data-testid={`ended-token-${token.hint}`}>
                  <Td dataLabel={columns.hint}>
                    <Hint token={token} />
                  </Td>
                  <Td dataLabel={columns.status}>
                    <Cause cause={token.cause} />
                  </Td>
                  <Td dataLabel={columns.created}>
                    <When at={token.createdAt} by={token.createdBy} />
                  </Td>
                  <Td dataLabel={columns.lastUsed}>
                    <DateTime at={token.lastUsedAt} none={t("appKeys.never")} />
                    <From address={token.lastUsedFrom} />
                  </Td>
                  <Td dataLabel={columns.ends}>
                    <When at={token.endedAt} by={token.endedBy} />
                  </Td>
                </Tr>
              ))}
            </Tbody>
          </Table>
        )}
      </CardBody>
    </Card>
  );
}

function Hint({ token: { hint } }: { token: Token | EndedToken }) {
  const { t } = useTranslation();
  switch (hint) {
    case "":
      return <>{t("appKeys.tokens.clientSecret")}</>;
    case null:
      return <>{t("appKeys.hintNotKept")}</>;
    default:
      return <code title={t("appKeys.hintHelp")}>…{hint}</code>;
  }
}

function Cause({ cause }: { cause: string }) {
  const { t } = useTranslation();
  const key = causeMessageKey(cause);
  return (
    <Label color="grey" data-cause={cause}>
      {key === undefined ? cause : t(key)}
    </Label>
  );
}

function When({ at, by }: { at: string; by: string | null }) {
  const { t } = useTranslation();
  return (
    <>
      <DateTime at={at} />
      {by !== null && <div>{t("appKeys.by", { name: by })}</div>}
    </>
  );
}

function From({ address }: { address: string | null }) {
  const { t } = useTranslation();
  return address === null ? null : <div>{t("appKeys.from", { address })}</div>;
}
