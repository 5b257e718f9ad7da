import { useState } from "react";
import type { FieldPath, FieldValues, UseFormSetError } from "react-hook-form";
import { messageOf } from "../api/ApiError";
import { fieldOf } from "./errors";

/** Shows an error of the server beside the field that it names, else as the problem of the whole form. */
export function useRefusal<V extends FieldValues>(setError: UseFormSetError<V>) {
  const [problem, setProblem] = useState<string>();
  const refuse = (error: unknown, fields: readonly FieldPath<V>[]) => {
    const field = fieldOf(error, fields);
    if (field) {
      setError(field, { type: "server", message: messageOf(error) }, { shouldFocus: true });
    } else {
      setProblem(messageOf(error));
    }
  };
  return { problem, refuse, forget: () => setProblem(undefined) };
}
