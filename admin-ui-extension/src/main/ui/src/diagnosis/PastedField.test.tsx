// @vitest-environment jsdom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { loadMessages } from "../console/i18n";
import { PastedField } from "./PastedField";
import { usePasted, type Pasted } from "./usePasted";

let pasted: Pasted;
const container = document.createElement("div");
let root: Root;

function Page() {
  pasted = usePasted();
  return <PastedField id="secret" label="appToken" pasted={pasted} isSecret />;
}

function field(): HTMLInputElement {
  const found = container.querySelector<HTMLInputElement>("input");
  if (!found) {
    throw new Error("there is no field");
  }
  return found;
}

function toggle(): void {
  act(() => container.querySelector<HTMLElement>('[data-testid="secret-toggle"]')?.click());
}

function paste(text: string): void {
  const event = new Event("paste", { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData: { getData: () => text } });
  act(() => void field().dispatchEvent(event));
}

function type(text: string): void {
  act(() => {
    // without React, as the browser does
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field(), text);
    field().dispatchEvent(new Event("input", { bubbles: true }));
  });
}

beforeEach(async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("[]")));
  await loadMessages();
  document.body.append(container);
  root = createRoot(container);
  act(() => root.render(<Page />));
});

afterEach(() => {
  act(() => root.unmount());
  vi.unstubAllGlobals();
});

it("a pasted line break is sent, until the field is edited", () => {
  paste("token\r\n");
  expect(field().value).toBe("token");
  expect(pasted.read()).toBe("token\r\n");
  expect(container.textContent).toContain("appKeys.test.breaks");

  type("tokens");
  expect(pasted.read()).toBe("tokens");
  expect(container.textContent).not.toContain("appKeys.test.breaks");
});

it("the value is masked until it is revealed, and not remembered by the browser", () => {
  type("token");
  expect(field().type).toBe("password");
  expect(field().autocomplete).toBe("new-password");

  toggle();
  expect(field().type).toBe("text");
  expect(pasted.read()).toBe("token");

  toggle();
  expect(field().type).toBe("password");
});

it("nothing of the value is kept after unmounting", () => {
  const left = field();
  paste("token\n");
  expect(left.value).toBe("token");
  act(() => root.unmount());

  expect(left.value).toBe("");
  expect(pasted.read()).toBe("");
});
