import { MenuToggle, type MenuToggleElement } from "@patternfly/react-core";
import { EllipsisVIcon } from "@patternfly/react-icons";
import { ActionsColumn, type IAction } from "@patternfly/react-table";
import type { Ref } from "react";
import { useTranslation } from "react-i18next";
import type { Pair } from "../api/types";
import { useConsole } from "../console/ConsoleContext";
import type { Confirmation } from "../parts/ConfirmDialog";
import { usePairConfirmations } from "../parts/pairConfirmations";
import { diagnosisPath } from "../routes/paths";

interface Props {
  pair: Pair;
  onAsk: (confirmation: Confirmation) => void;
  onChanged: () => void;
}

/** The menu at the end of a row. */
export function PairActions({ pair, onAsk, onChanged }: Props) {
  const { t } = useTranslation();
  const { realm, access, navigate } = useConsole();
  const confirmations = usePairConfirmations();
  const diagnose: IAction = {
    title: t("appKeys.diagnose"),
    onClick: () => navigate(diagnosisPath(realm, pair.appKey)),
    ...{ "data-testid": `diagnose-${pair.appKey}` },
  };
  const changes: IAction[] = [
    {
      title: pair.enabled ? t("appKeys.disable") : t("appKeys.enable"),
      onClick: () => onAsk(confirmations.toggle(pair, onChanged)),
    },
    { isSeparator: true },
    { title: t("appKeys.delete"), onClick: () => onAsk(confirmations.remove(pair, onChanged)) },
  ];
  return (
    <ActionsColumn
      items={access.manage ? [diagnose, ...changes] : [diagnose]}
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
  );
}
