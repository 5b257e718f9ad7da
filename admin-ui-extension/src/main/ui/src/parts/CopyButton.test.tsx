// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, expect, it, vi } from "vitest";
import { loadMessages } from "../console/i18n";
import { CopyableCode } from "./CopyableCode";

afterEach(() => vi.unstubAllGlobals());

it.each([
  [() => Promise.resolve(), "appKeys.copied"],
  [() => Promise.reject(new Error("denied")), "appKeys.selected"],
])("says what happened", async (writeText, message) => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("[]")));
  vi.stubGlobal("navigator", { clipboard: { writeText }, userAgent: "" });
  await loadMessages();
  const container = document.body.appendChild(document.createElement("div"));
  const root = createRoot(container);
  act(() => root.render(<CopyableCode text="erp" />));

  await act(async () => {
    container.querySelector("button")?.click();
    await Promise.resolve();
  });

  expect(container.querySelector("[role=status]")?.textContent).toBe(message);
  act(() => root.unmount());
});
