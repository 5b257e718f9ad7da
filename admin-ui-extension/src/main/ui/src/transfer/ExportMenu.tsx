import { Button, Dropdown, DropdownItem, DropdownList, MenuToggle, Modal, ModalVariant, Progress } from "@patternfly/react-core";
import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ExportFormat, PairQuery } from "../api/types";
import { useConsole } from "../console/ConsoleContext";
import { csvSeparator, downloadBlob } from "../parts/download";
import { pairCounter, percent } from "./progress";

interface Running {
  done: number;
  total: number;
}

/** Exports all pairs that match the list's filter, as a file. */
export function ExportMenu({ query }: { query: PairQuery }) {
  const { t } = useTranslation();
  const { api, realm, access, locale } = useConsole();
  const { addError, addAlert } = useAlerts();
  const [isOpen, setOpen] = useState(false);
  const [running, setRunning] = useState<Running>();
  const abort = useRef<AbortController>(undefined);

  const start = async (format: ExportFormat) => {
    setOpen(false);
    setRunning({ done: 0, total: 0 });
    abort.current = new AbortController();
    const counter = pairCounter(format);
    const onText = (text: string, total: number) => setRunning({ done: Math.min(counter.add(text), total), total });
    try {
      const file = await api.export(format, csvSeparator(locale), query, onText, abort.current.signal);
      downloadBlob(`app-keys-${realm}.${format}`, file);
      addAlert(t("appKeys.export.done"));
    } catch (error) {
      if (!abort.current.signal.aborted) {
        addError("appKeys.failed", error);
      }
    } finally {
      setRunning(undefined);
    }
  };

  return (
    <>
      <Dropdown
        isOpen={isOpen}
        onOpenChange={setOpen}
        toggle={(ref) => (
          <MenuToggle ref={ref} data-testid="app-keys-export" isExpanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t("appKeys.export")}
          </MenuToggle>
        )}
      >
        <DropdownList>
          <DropdownItem data-testid="export-csv" description={t("appKeys.export.csvHelp")} onClick={() => void start("csv")}>
            {t("appKeys.export.csv")}
          </DropdownItem>
          {access.transfer && (
            <DropdownItem data-testid="export-json" description={t("appKeys.export.jsonHelp")} onClick={() => void start("json")}>
              {t("appKeys.export.json")}
            </DropdownItem>
          )}
        </DropdownList>
      </Dropdown>
      {running && (
        <Modal
          variant={ModalVariant.small}
          title={t("appKeys.export.running")}
          isOpen
          showClose={false}
          aria-label={t("appKeys.export.running")}
          actions={[
            <Button key="cancel" variant="link" data-testid="export-cancel" onClick={() => abort.current?.abort()}>
              {t("appKeys.cancel")}
            </Button>,
          ]}
        >
          <Progress
            data-testid="export-progress"
            aria-label={t("appKeys.export.running")}
            value={running.total === 0 ? 0 : percent(running.done, running.total)}
            title={t("appKeys.export.progress", { done: running.done, total: running.total })}
          />
        </Modal>
      )}
    </>
  );
}
