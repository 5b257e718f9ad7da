import { useLayoutEffect, useRef, useState, type ClipboardEvent } from "react";
import { pasteOf, type Paste } from "./pasted";

/**
 * A field for a secret. The value is kept in the DOM element and never in React's state, because React also keeps the
 * previous state. The pasted text, kept in a ref for its line breaks, is cleared with the field on unmount.
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
    /** The text as it was pasted or typed. */
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
