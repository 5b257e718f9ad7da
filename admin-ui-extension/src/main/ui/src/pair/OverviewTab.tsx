import { Grid, GridItem } from "@patternfly/react-core";
import type { Pair } from "../api/types";
import { HistoryCard } from "./HistoryCard";
import { OverviewFacts } from "./OverviewFacts";
import { OverviewTokens } from "./OverviewTokens";
import { UsageCard } from "./UsageCard";

/** A pair at a glance: how it is, how it is used, and what happened to it. */
export function OverviewTab({ pair, onChanged }: { pair: Pair; onChanged: () => void }) {
  return (
    <Grid hasGutter data-testid="overview">
      <GridItem>
        <OverviewFacts pair={pair} onChanged={onChanged} />
      </GridItem>
      <GridItem>
        <UsageCard appKey={pair.appKey} />
      </GridItem>
      <GridItem>
        <OverviewTokens pair={pair} />
      </GridItem>
      <GridItem>
        <HistoryCard appKey={pair.appKey} key={`${pair.status} ${pair.tokens.length} ${pair.roles.length}`} />
      </GridItem>
    </Grid>
  );
}
