import { Flex, FlexItem, Icon, ListItem } from "@patternfly/react-core";
import { CheckCircleIcon, ExclamationCircleIcon, ExclamationTriangleIcon } from "@patternfly/react-icons";
import { useTranslation } from "react-i18next";
import type { Finding, Pair } from "../api/types";
import { FixButton } from "./FixButton";

const ICONS = {
  OK: { status: "success", Drawing: CheckCircleIcon },
  WARN: { status: "warning", Drawing: ExclamationTriangleIcon },
  ERROR: { status: "danger", Drawing: ExclamationCircleIcon },
} as const;

interface Props {
  finding: Finding;
  pair: Pair | undefined;
  onFixed: () => void;
}

/** A finding with its severity, its message, how to fix it, and the button that does. */
export function FindingItem({ finding, pair, onFixed }: Props) {
  const { t } = useTranslation();
  const { code, severity, message, fix } = finding;
  const { status, Drawing } = ICONS[severity];
  return (
    <ListItem data-testid={`finding-${code}`} data-severity={severity}>
      <Flex
        flexWrap={{ default: "wrap", md: "nowrap" }}
        alignItems={{ default: "alignItemsFlexStart" }}
        justifyContent={{ default: "justifyContentSpaceBetween" }}
      >
        <Flex flexWrap={{ default: "nowrap" }} alignItems={{ default: "alignItemsFlexStart" }}>
          <FlexItem>
            <Icon status={status}>
              <Drawing />
            </Icon>
            <span className="pf-v5-screen-reader">{t(`appKeys.diagnosis.severity.${severity}`)}</span>
          </FlexItem>
          <FlexItem style={{ overflowWrap: "anywhere" }}>
            {severity === "OK" ? message : <strong>{message}</strong>}
            {fix !== null && <div>{fix}</div>}
          </FlexItem>
        </Flex>
        <FixButton finding={finding} pair={pair} onFixed={onFixed} />
      </Flex>
    </ListItem>
  );
}
