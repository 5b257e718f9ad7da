import {
  ActionGroup,
  Alert,
  Button,
  Checkbox,
  Flex,
  FlexItem,
  Form,
  FormGroup,
} from "@patternfly/react-core";
import { DownloadIcon } from "@patternfly/react-icons";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CreatedPair, HeaderNames } from "../api/types";
import { useConsole } from "../console/ConsoleContext";
import { ConfirmDialog } from "../parts/ConfirmDialog";
import { CopyButton } from "../parts/CopyButton";
import { download } from "../parts/download";
import { Secret } from "../parts/Secret";
import { ClaimLinkReveal } from "./ClaimLinkReveal";
import { curlLine, envFile } from "./credentials";

interface Props {
  created: CreatedPair;
  onClose: () => void;
}

/** Shows a new appToken or its claim link once. */
export function Reveal({ created, onClose }: Props) {
  const { appKey, appToken, claimUrl, tokenUrl, headerNames } = created;
  if (claimUrl !== undefined) {
    return <ClaimLinkReveal url={claimUrl} expiresAt={created.claim?.expiresAt} onClose={onClose} />;
  }
  return (
    <TokenReveal appKey={appKey} appToken={appToken ?? ""} tokenUrl={tokenUrl} headers={headerNames} onClose={onClose} />
  );
}

interface TokenProps {
  appKey: string;
  appToken: string;
  tokenUrl: string;
  headers: HeaderNames;
  onClose: () => void;
}

/** Shows an appToken once. Only the props of this component hold it. */
function TokenReveal({ appKey, appToken, tokenUrl, headers, onClose }: TokenProps) {
  const { t } = useTranslation();
  const [saved, setSaved] = useState(false);
  const heading = useRef<HTMLDivElement>(null);
  const command = useRef<HTMLPreElement>(null);
  const leave = useLeaveGuard(!saved);
  const credentials = { appKey, appToken, tokenUrl };
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
        <Secret label={t("appKeys.appKey")} value={appKey} testId="reveal-app-key" copyId="reveal-copy-app-key" />
        <Secret label={t("appKeys.appToken")} value={appToken} testId="reveal-app-token" copyId="reveal-copy-app-token" />
        <FormGroup label={t("appKeys.reveal.curl")} role="group">
          <Flex flexWrap={{ default: "nowrap" }} alignItems={{ default: "alignItemsFlexStart" }}>
            <FlexItem flex={{ default: "flex_1" }}>
              <pre
                ref={command}
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
            </FlexItem>
            <CopyButton text={curl} source={command} label={t("appKeys.reveal.copyCurl")} testId="reveal-copy-curl" />
          </Flex>
        </FormGroup>
        <div>
          <Button
            variant="secondary"
            icon={<DownloadIcon />}
            data-testid="reveal-download"
            onClick={() => download(`${appKey}.env`, envFile(credentials))}
          >
            {t("appKeys.reveal.download")}
          </Button>
        </div>
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

/** Asks before the page is left, by a link inside the console or by the browser. */
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

  const blocker = () => router.state.blockers?.get(key);
  return {
    isAsking,
    proceed: () => blocker()?.proceed?.(),
    // the dialog also closes after proceeding, when the navigation may still be going on
    stay: () => {
      if (blocker()?.state === "blocked") {
        blocker()?.reset?.();
      }
    },
  };
}
