import { useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { messageOf } from "../api/ApiError";
import type { Settings } from "../api/types";
import { useConsole } from "../console/ConsoleContext";
import { fieldsOf, merge, type SettingsField, type SettingsFields } from "./settings";

/** Somebody else saved the settings while they were open here: theirs are loaded, and what was typed is kept. */
export function useConflict(settings: Settings, form: UseFormReturn<SettingsFields>) {
  const { api } = useConsole();
  const [base, setBase] = useState(settings);
  const [isFound, setFound] = useState(false);
  const [both, setBoth] = useState<SettingsField[]>();
  const [problem, setProblem] = useState<string>();

  const resolve = async () => {
    setProblem(undefined);
    try {
      const saved = await api.settings();
      const theirs = fieldsOf(saved);
      const merged = merge(fieldsOf(base), form.getValues(), theirs);
      form.reset(theirs);
      form.reset(merged.fields, { keepDefaultValues: true });
      setBase(saved);
      setBoth(merged.both);
      setFound(false);
    } catch (error) {
      setProblem(messageOf(error));
    }
  };
  return {
    /** What was saved last, as far as it is known here. */
    base,
    isFound,
    found: () => setFound(true),
    resolve,
    /** What both changed; undefined as long as nothing was loaded. */
    both,
    problem,
  };
}

export type Conflict = ReturnType<typeof useConflict>;
