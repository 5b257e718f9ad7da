import { Button } from "@patternfly/react-core";
import { CheckIcon, CopyIcon } from "@patternfly/react-icons";
import { useEffect, useState, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import { copyFrom } from "./clipboard";

interface Props {
  text: string;
  /** Shows the text. It is selected where the text cannot be copied. */
  source: RefObject<HTMLElement | null>;
  label: string;
  testId?: string;
}

const SHOWN = { copied: 2000, selected: 10000 };

/** Copies a text, and says whether that succeeded. */
export function CopyButton({ text, source, label, testId }: Props) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<keyof typeof SHOWN>();
  useEffect(() => {
    if (outcome === undefined) {
      return;
    }
    const timer = setTimeout(() => setOutcome(undefined), SHOWN[outcome]);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => {
    if (source.current) {
      setOutcome((await copyFrom(source.current, text)) ? "copied" : "selected");
    }
  };
  return (
    <>
      <Button
        variant="plain"
        data-testid={testId}
        aria-label={label}
        title={label}
        onClick={() => void copy()}
      >
        {outcome === "copied" ? <CheckIcon /> : <CopyIcon />}
      </Button>
      <span className={outcome === "selected" ? "" : "pf-v5-screen-reader"} role="status">
        {outcome === "copied" ? t("appKeys.copied") : outcome === "selected" ? t("appKeys.selected") : ""}
      </span>
    </>
  );
}
