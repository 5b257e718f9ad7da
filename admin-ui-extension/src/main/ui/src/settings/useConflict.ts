import { useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { messageOf } from "../api/ApiError";
import type { Settings } from "../api/types";
import { useConsole } from "../console/ConsoleContext";
import { fieldsOf, merge, type SettingsField, type SettingsFields } from "./settings";

/**
 * Resolves a conflict with another administrator who saved the settings while the form was open: loads the
 * saved settings and keeps the typed changes.
 */
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
    /** The last saved settings that are known here. */
    base,
    isFound,
    found: () => setFound(true),
    resolve,
    /** The fields that both changed; undefined before a conflict was resolved. */
    both,
    problem,
  };
}

export type Conflict = ReturnType<typeof useConflict>;
