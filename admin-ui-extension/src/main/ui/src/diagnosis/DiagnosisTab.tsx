import { Stack, StackItem } from "@patternfly/react-core";
import { useCallback, useMemo } from "react";
import type { Pair, Question } from "../api/types";
import { useConsole, useLocation } from "../console/ConsoleContext";
import { fieldOf } from "../parts/errors";
import { Loading, Problem } from "../parts/Problem";
import { useLoad } from "../parts/useLoad";
import { diagnosisPath } from "../routes/paths";
import { questionOf, searchOf } from "../routes/question";
import { DiagnosisResult } from "./DiagnosisResult";
import { QUESTION_FIELDS, QuestionForm } from "./QuestionForm";

/** The diagnosis of a pair. It runs when the tab opens, and again for each question. */
export function DiagnosisTab({ pair, onChanged }: { pair: Pair; onChanged: () => void }) {
  const { api, realm, locale, navigate } = useConsole();
  const { search } = useLocation();
  const question = useMemo(() => questionOf(search), [search]);
  const { appKey } = pair;
  const load = useCallback(
    (signal: AbortSignal) => api.diagnose(appKey, question, locale, signal),
    [api, appKey, question, locale],
  );
  const { data, error, loading, reload } = useLoad(load);

  const ask = (next: Question) => {
    if (searchOf(next) === searchOf(question)) {
      reload();
    } else {
      navigate(diagnosisPath(realm, appKey, next));
    }
  };
  const fixed = () => {
    reload();
    onChanged();
  };

  return (
    <Stack hasGutter data-testid="diagnosis">
      <StackItem>
        <QuestionForm question={question} error={error} isBusy={loading} onAsk={ask} />
      </StackItem>
      <StackItem>
        {error !== undefined && fieldOf(error, QUESTION_FIELDS) === undefined && (
          <Problem error={error} onRetry={reload} />
        )}
        {!data && error === undefined && <Loading />}
        {data && <DiagnosisResult diagnosis={data} pair={pair} isBusy={loading} onFixed={fixed} />}
      </StackItem>
    </Stack>
  );
}
