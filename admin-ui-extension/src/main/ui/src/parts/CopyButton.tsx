import { Button } from "@patternfly/react-core";
import { CheckIcon, CopyIcon } from "@patternfly/react-icons";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  text: string;
  label: string;
  testId?: string;
}

/** Copies a text. Without https there is no clipboard API; then a temporary text area is used. */
async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    area.setAttribute("aria-hidden", "true");
    area.style.position = "fixed";
    area.style.opacity = "0";
    document.body.append(area);
    area.select();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way that works without https
    document.execCommand("copy");
    area.remove();
  }
}

export function CopyButton({ text, label, testId }: Props) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) {
      return;
    }
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <>
      <Button
        variant="plain"
        data-testid={testId}
        aria-label={label}
        title={label}
        onClick={() => void copy(text).then(() => setCopied(true))}
      >
        {copied ? <CheckIcon /> : <CopyIcon />}
      </Button>
      <span className="pf-v5-screen-reader" role="status">
        {copied ? t("appKeys.copied") : ""}
      </span>
    </>
  );
}
