import { useLayoutEffect, useRef, useState, type ClipboardEvent } from "react";
import { pasteOf, type Paste } from "./pasted";

/**
 * A field for a secret, which is in the field itself and never in React's state: React keeps the state before the last
 * one. What stands beside it, for the sake of line breaks, is wiped with the field when the page is left.
 */
export function usePasted() {
  const input = useRef<HTMLInputElement>(null);
  const paste = useRef<Paste | undefined>(undefined);
  const [hasBreaks, setHasBreaks] = useState(false);
  useLayoutEffect(() => {
    const field = input.current;
    return () => {
      paste.current = undefined;
      if (field) {
        field.value = "";
      }
    };
  }, []);
  const hold = (held: Paste | undefined) => {
    paste.current = held;
    setHasBreaks(held !== undefined);
  };
  return {
    input,
    hasBreaks,
    /** What was pasted or typed, unchanged. */
    read: () => paste.current?.sent ?? input.current?.value ?? "",
    onPaste: (event: ClipboardEvent<HTMLInputElement>) => {
      const field = event.currentTarget;
      const { value, selectionStart, selectionEnd } = field;
      const held = pasteOf(value, selectionStart ?? 0, selectionEnd ?? 0, event.clipboardData.getData("text"));
      if (held) {
        event.preventDefault();
        field.value = held.shown;
        hold(held);
      }
    },
    onChange: () => hold(undefined),
  };
}

export type Pasted = ReturnType<typeof usePasted>;
