import { useEffect, useRef, useState } from "react";

/**
 * The text of a field whose value is kept elsewhere, such as in the address. It is handed on, trimmed, 300 ms after the
 * last change, and follows where the value is changed by something else, such as the browser's Back.
 */
export function useTyped(value: string, onSettled: (text: string) => void) {
  const [text, setText] = useState(value);
  const known = useRef(value);
  useEffect(() => {
    if (value !== known.current) {
      known.current = value;
      setText(value);
    }
  }, [value]);
  useEffect(() => {
    const settled = text.trim();
    if (settled === known.current) {
      return undefined;
    }
    const timer = setTimeout(() => {
      known.current = settled;
      onSettled(settled);
    }, 300);
    return () => clearTimeout(timer);
  }, [text, onSettled]);
  return [text, setText] as const;
}
