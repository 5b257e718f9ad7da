import {
  ActionGroup,
  Alert,
  Button,
  Checkbox,
  Form,
  FormGroup,
  InputGroup,
  InputGroupItem,
  TextInput,
} from "@patternfly/react-core";
import { DownloadIcon } from "@patternfly/react-icons";
import { useEffect, useId, useRef, useState, type FocusEvent } from "react";
import { useTranslation } from "react-i18next";
import type { CreatedPair, HeaderNames } from "../api";
import { useConsole } from "../console";
import { curlLine, download, envFile, tokenUrl } from "../lib/handover";
import { ConfirmDialog } from "../parts/ConfirmDialog";
import { CopyButton } from "../parts/CopyButton";
import { environment } from "../words";

interface Props {
  created: CreatedPair;
  headers: HeaderNames;
  onClose: () => void;
}

/** Shows an appToken for the only time. It is in the props of this component and nowhere else. */
export function Reveal({ created, headers, onClose }: Props) {
  const { t } = useTranslation();
  const { realm } = useConsole();
  const [saved, setSaved] = useState(false);
  const heading = useRef<HTMLDivElement>(null);
  const leave = useLeaveGuard(!saved);
  const { appKey, appToken } = created;
  const credentials = { appKey, appToken, tokenUrl: tokenUrl(environment().serverBaseUrl, realm) };
  const curl = curlLine(credentials, headers);
  useEffect(() => heading.current?.focus(), []);

  return (
    <div data-testid="reveal" ref={heading} tabIndex={-1} style={{ outline: "none" }}>
      <ConfirmDialog
        confirmation={
          leave.isAsking
            ? {
                title: t("appKeys.reveal.leaveTitle"),
                text: t("appKeys.reveal.leaveText"),
                ok: t("appKeys.reveal.leave"),
                danger: true,
                action: leave.proceed,
              }
            : undefined
        }
        onClose={leave.stay}
      />
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          if (saved) {
            onClose();
          }
        }}
      >
        <Alert component="p" isInline variant="warning" title={t("appKeys.reveal.once")}>
          {t("appKeys.reveal.onceText")}
        </Alert>
        <Value label={t("appKeys.appKey")} value={appKey} testId="reveal-app-key" copyId="reveal-copy-app-key" />
        <Value label={t("appKeys.appToken")} value={appToken} testId="reveal-app-token" copyId="reveal-copy-app-token" />
        <FormGroup label={t("appKeys.reveal.curl")} role="group">
          <pre
            data-testid="reveal-curl"
            style={{
              fontFamily: "var(--pf-v5-global--FontFamily--monospace)",
              fontSize: "var(--pf-v5-global--FontSize--sm)",
              whiteSpace: "pre-wrap",
              overflowWrap: "anywhere",
            }}
          >
            {curl}
          </pre>
          <CopyButton text={curl} label={t("appKeys.reveal.copyCurl")} testId="reveal-copy-curl" />
        </FormGroup>
        <ActionGroup>
          <Button
            variant="secondary"
            icon={<DownloadIcon />}
            data-testid="reveal-download"
            onClick={() => download(`${appKey}.env`, envFile(credentials))}
          >
            {t("appKeys.reveal.download")}
          </Button>
        </ActionGroup>
        <Checkbox
          id="app-keys-reveal-saved"
          data-testid="reveal-saved"
          label={t("appKeys.reveal.saved")}
          isChecked={saved}
          onChange={(_event, value) => setSaved(value)}
        />
        <ActionGroup>
          <Button type="submit" data-testid="reveal-close" isDisabled={!saved}>
            {t("appKeys.close")}
          </Button>
        </ActionGroup>
      </Form>
    </div>
  );
}

interface ValueProps {
  label: string;
  value: string;
  testId: string;
  copyId: string;
}

function Value({ label, value, testId, copyId }: ValueProps) {
  const { t } = useTranslation();
  return (
    <FormGroup label={label} fieldId={testId}>
      <InputGroup>
        <InputGroupItem isFill>
          <TextInput
            id={testId}
            data-testid={testId}
            value={value}
            readOnlyVariant="default"
            autoComplete="off"
            spellCheck={false}
            style={{ fontFamily: "var(--pf-v5-global--FontFamily--monospace)" }}
            onFocus={(event: FocusEvent<HTMLInputElement>) => event.currentTarget.select()}
          />
        </InputGroupItem>
        <InputGroupItem>
          <CopyButton text={value} label={t("appKeys.copyNamed", { text: label })} testId={copyId} />
        </InputGroupItem>
      </InputGroup>
    </FormGroup>
  );
}

/** Asks before the page is left, inside the console and out of it. */
function useLeaveGuard(isActive: boolean) {
  const { router } = useConsole();
  const key = useId();
  const [isAsking, setAsking] = useState(false);

  useEffect(() => {
    if (!isActive) {
      return;
    }
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", onUnload);
    router.getBlocker?.(key, () => true);
    const unsubscribe = router.subscribe(() => setAsking(router.state.blockers?.get(key)?.state === "blocked"));
    return () => {
      window.removeEventListener("beforeunload", onUnload);
      unsubscribe();
      router.deleteBlocker?.(key);
      setAsking(false);
    };
  }, [isActive, key, router]);

  return {
    isAsking,
    proceed: () => router.state.blockers?.get(key)?.proceed?.(),
    stay: () => router.state.blockers?.get(key)?.reset?.(),
  };
}
