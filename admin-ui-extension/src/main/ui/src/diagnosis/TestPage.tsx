import { ActionGroup, Alert, Button, Form, PageSection } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { messageOf } from "../api/ApiError";
import type { Diagnosis, Pair } from "../api/types";
import { useConsole } from "../console/ConsoleContext";
import { Heading } from "../parts/Heading";
import { RouteLink } from "../parts/RouteLink";
import { keyPath } from "../routes/paths";
import { DiagnosisResult } from "./DiagnosisResult";
import { halvesOf } from "./pasted";
import { PastedField } from "./PastedField";
import { usePasted } from "./usePasted";

interface Tested {
  diagnosis: Diagnosis;
  /** The pair that the pasted halves belong to; undefined if there is none. */
  pair: Pair | undefined;
}

/** Checks a pair exactly as an integrator sends it. */
export function TestPage() {
  const { t } = useTranslation();
  const { api, locale, realm } = useConsole();
  const appKey = usePasted();
  const appToken = usePasted();
  const [tested, setTested] = useState<Tested>();
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  const run = async () => {
    const halves = halvesOf(appKey.read(), appToken.read());
    if (!halves) {
      setTested(undefined);
      setProblem(t("appKeys.test.missing"));
      return;
    }
    setBusy(true);
    setProblem(undefined);
    try {
      const diagnosis = await api.diagnosePasted(halves, locale);
      // without the pair, there are no buttons to fix it
      const pair = diagnosis.appKey === null ? undefined : await api.pair(diagnosis.appKey).catch(() => undefined);
      setTested({ diagnosis, pair });
    } catch (error) {
      setTested(undefined);
      setProblem(messageOf(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <Heading title={t("appKeys.test")} text={t("appKeys.test.text")} isInner />
      <PageSection variant="light">
        <Form
          isHorizontal
          noValidate
          autoComplete="off"
          onSubmit={(event) => {
            event.preventDefault();
            void run();
          }}
        >
          {problem !== undefined && <Alert component="p" isInline isLiveRegion variant="danger" title={problem} />}
          <PastedField id="test-app-key" label={t("appKeys.appKey")} pasted={appKey} />
          <PastedField id="test-app-token" label={t("appKeys.appToken")} pasted={appToken} isSecret />
          <ActionGroup>
            <Button type="submit" data-testid="test-run" isLoading={isBusy} isDisabled={isBusy}>
              {t(tested ? "appKeys.diagnosis.again" : "appKeys.test.run")}
            </Button>
          </ActionGroup>
        </Form>
      </PageSection>
      {tested && (
        <PageSection variant="light">
          {tested.pair && (
            <p>
              {t("appKeys.test.meant")}{" "}
              <RouteLink to={keyPath(realm, tested.pair.appKey)} testId="test-pair-meant" isInText>
                {tested.pair.label ?? tested.pair.appKey}
              </RouteLink>
            </p>
          )}
          <DiagnosisResult {...tested} isBusy={isBusy} onFixed={() => void run()} />
        </PageSection>
      )}
    </>
  );
}
