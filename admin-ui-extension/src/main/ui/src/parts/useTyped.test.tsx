// @vitest-environment jsdom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useTyped } from "./useTyped";

const settled = vi.fn<(text: string) => void>();
let root: Root;
let shown: string;
let type: (text: string) => void;

function Field({ value }: { value: string }) {
  [shown, type] = useTyped(value, settled);
  return null;
}

function show(value: string) {
  act(() => root.render(<Field value={value} />));
}

function wait(time: number) {
  act(() => {
    vi.advanceTimersByTime(time);
  });
}

beforeEach(() => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  vi.useFakeTimers();
  root = createRoot(document.createElement("div"));
  show("");
});

afterEach(() => {
  act(() => root.unmount());
  vi.useRealTimers();
  vi.clearAllMocks();
});

it("is handed on once, after the last change", () => {
  act(() => type("po"));
  wait(200);
  act(() => type("porto "));
  wait(299);
  expect(settled).not.toHaveBeenCalled();
  wait(1);
  expect(settled.mock.calls).toEqual([["porto"]]);
  show("porto");
  expect(shown).toBe("porto ");
  wait(1000);
  expect(settled).toHaveBeenCalledTimes(1);
});

it("follows what is changed elsewhere, and does not hand it on", () => {
  show("porto");
  expect(shown).toBe("porto");
  wait(1000);
  expect(settled).not.toHaveBeenCalled();
});
