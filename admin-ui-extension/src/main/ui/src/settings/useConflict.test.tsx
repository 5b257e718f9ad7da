// @vitest-environment jsdom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { useForm, type UseFormReturn } from "react-hook-form";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Settings } from "../api/types";
import { ExceptionFields } from "./ExceptionFields";
import { fieldsOf, type SettingsFields } from "./settings";
import { useConflict, type Conflict } from "./useConflict";

const { saved } = vi.hoisted(() => ({ saved: vi.fn() }));
vi.mock("../console/ConsoleContext", () => ({ useConsole: () => ({ api: { settings: saved }, locale: "en" }) }));
vi.mock("react-i18next", () => ({ useTranslation: () => ({ t: (key: string) => key }) }));

const CUTOFF = "2026-11-13T14:00:00-02:00";
const SETTINGS = {
  version: "1",
  enabled: true,
  idleDays: 0,
  headerNames: { appKey: "X-App-Key", appToken: "X-App-Token" },
  passwordGrants: {
    observe: true,
    cutoff: null,
    scope: "ALL",
    clients: [],
    exceptions: [{ clientId: "old", reason: "Why", until: CUTOFF }],
    documentationUrl: null,
    retentionDays: 90,
  },
  leaks: { reports: false, action: "TELL", afterHours: 24, partners: [] },
} as unknown as Settings;

const container = document.createElement("div");
let root: Root;
let form: UseFormReturn<SettingsFields>;
let conflict: Conflict;

function Page() {
  form = useForm<SettingsFields>({ defaultValues: fieldsOf(SETTINGS) });
  conflict = useConflict(SETTINGS, form);
  return (
    <form data-dirty={form.formState.isDirty}>
      <input data-testid="cutoff" {...form.register("cutoff")} />
      <ExceptionFields control={form.control} />
    </form>
  );
}

const field = (testId: string) => container.querySelector<HTMLInputElement>(`[data-testid="${testId}"]`);

beforeEach(() => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  document.body.append(container);
  root = createRoot(container);
  act(() => root.render(<Page />));
});

afterEach(() => {
  act(() => root.unmount());
  vi.clearAllMocks();
});

it("keeps what was typed, and takes over what another administrator saved", async () => {
  saved.mockResolvedValue({ ...SETTINGS, version: "2", idleDays: 30 });
  act(() => form.setValue("cutoff", CUTOFF, { shouldDirty: true }));
  act(() => field("settings-exception-add")?.click());
  act(() => form.setValue("exceptions.1.reason", "Typed", { shouldDirty: true }));
  act(() => conflict.found());
  expect(conflict.isFound).toBe(true);

  await act(() => conflict.resolve());

  expect(conflict.isFound).toBe(false);
  expect(conflict.base.version).toBe("2");
  expect(conflict.both).toEqual([]);
  expect(form.getValues()).toMatchObject({ idleDays: "30", cutoff: CUTOFF });
  expect(field("cutoff")?.value).toBe(CUTOFF);
  expect(field("settings-exception-0-reason")?.value).toBe("Why");
  expect(field("settings-exception-1-reason")?.value).toBe("Typed");
  expect(container.querySelector("form")?.dataset.dirty).toBe("true");
});

it("takes over the exceptions of another administrator, and has nothing left to save", async () => {
  const theirs = [{ clientId: "new", reason: "Theirs", until: CUTOFF }];
  saved.mockResolvedValue({ ...SETTINGS, version: "2", passwordGrants: { ...SETTINGS.passwordGrants, exceptions: theirs } });

  await act(() => conflict.resolve());

  expect(field("settings-exception-0-reason")?.value).toBe("Theirs");
  expect(container.querySelector("form")?.dataset.dirty).toBe("false");
});

it("says what both changed, and goes on where loading fails", async () => {
  saved.mockRejectedValueOnce(new Error("no network"));
  act(() => form.setValue("documentationUrl", "https://ours.example", { shouldDirty: true }));
  act(() => conflict.found());
  await act(() => conflict.resolve());
  expect([conflict.isFound, conflict.problem]).toEqual([true, "no network"]);

  const theirs = { ...SETTINGS.passwordGrants, documentationUrl: "https://theirs.example" };
  saved.mockResolvedValue({ ...SETTINGS, version: "2", passwordGrants: theirs });
  await act(() => conflict.resolve());

  expect(conflict.both).toEqual(["documentationUrl"]);
  expect(form.getValues("documentationUrl")).toBe("https://ours.example");
});
