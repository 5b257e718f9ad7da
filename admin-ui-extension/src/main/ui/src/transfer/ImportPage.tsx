import { ActionGroup, Alert, Button, FileUpload, Form, FormGroup, PageSection } from "@patternfly/react-core";
import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { messageOf } from "../api/ApiError";
import type { ImportReport } from "../api/types";
import { useConsole } from "../console/ConsoleContext";
import { ConfirmDialog, type Confirmation } from "../parts/ConfirmDialog";
import { Heading } from "../parts/Heading";
import { RouteLink } from "../parts/RouteLink";
import { sectionPath } from "../routes/paths";
import { ImportReportTable } from "./ImportReportTable";

const accepted = (report: ImportReport) => report.created + report.restored;

/** Imports pairs from another realm or server: first a dry run, then all pairs or none. */
export function ImportPage() {
  const { t } = useTranslation();
  const { api, realm, navigate } = useConsole();
  const { addAlert } = useAlerts();
  const [file, setFile] = useState<File>();
  const [report, setReport] = useState<ImportReport>();
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [confirmation, setConfirmation] = useState<Confirmation>();

  const choose = (chosen: File | undefined) => {
    setFile(chosen);
    setReport(undefined);
    setProblem(undefined);
  };
  const check = async (chosen: File) => {
    setBusy(true);
    setProblem(undefined);
    try {
      setReport(await api.import(chosen, true));
    } catch (error) {
      setProblem(messageOf(error));
    } finally {
      setBusy(false);
    }
  };
  const ask = (chosen: File, count: number) =>
    setConfirmation({
      title: t("appKeys.import.title", { count }),
      text: t("appKeys.import.text"),
      ok: t("appKeys.import"),
      action: async () => {
        const done = await api.import(chosen, false);
        addAlert(t("appKeys.import.done", { count: accepted(done) }));
        navigate(sectionPath(realm));
      },
    });

  return (
    <>
      <Heading title={t("appKeys.import")} text={t("appKeys.import.help")} isInner />
      <PageSection variant="light">
        <ConfirmDialog confirmation={confirmation} onClose={() => setConfirmation(undefined)} />
        <Form
          onSubmit={(event) => {
            event.preventDefault();
            if (file) {
              void check(file);
            }
          }}
        >
          {problem !== undefined && <Alert component="p" isInline isLiveRegion variant="danger" title={problem} />}
          <FormGroup label={t("appKeys.import.file")} fieldId="import-file" isRequired>
            <FileUpload
              id="import-file"
              data-testid="import-file"
              hideDefaultPreview
              filename={file?.name ?? ""}
              filenamePlaceholder={t("appKeys.import.placeholder")}
              browseButtonText={t("appKeys.import.browse")}
              clearButtonText={t("appKeys.import.clear")}
              dropzoneProps={{ accept: { "application/json": [".json"] } }}
              onFileInputChange={(_event, chosen) => choose(chosen)}
              onClearClick={() => choose(undefined)}
            />
          </FormGroup>
          <ActionGroup>
            <Button type="submit" data-testid="import-check" isLoading={isBusy} isDisabled={!file || isBusy}>
              {t("appKeys.import.check")}
            </Button>
            <RouteLink to={sectionPath(realm)} variant="link">
              {t("appKeys.cancel")}
            </RouteLink>
          </ActionGroup>
        </Form>
      </PageSection>
      {report && file && (
        <PageSection variant="light" data-testid="import-report">
          <Alert
            component="p"
            isInline
            isLiveRegion
            variant={report.refused === 0 ? "success" : "danger"}
            title={t(report.refused === 0 ? "appKeys.import.wouldCreate" : "appKeys.import.wouldRefuse", {
              count: report.refused === 0 ? accepted(report) : report.refused,
            })}
            actionLinks={
              report.refused === 0 &&
              accepted(report) > 0 && (
                <Button data-testid="import-start" onClick={() => ask(file, accepted(report))}>
                  {t("appKeys.import")}
                </Button>
              )
            }
          />
          <ImportReportTable report={report} />
        </PageSection>
      )}
    </>
  );
}
