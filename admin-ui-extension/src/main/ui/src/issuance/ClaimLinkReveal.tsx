import { ActionGroup, Alert, Button, Form } from "@patternfly/react-core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { DateTime } from "../parts/DateTime";
import { Secret } from "../parts/Secret";

interface Props {
  url: string;
  expiresAt: string | undefined;
  onClose: () => void;
}

/** Shows a claim link once. A lost link can be replaced by a new one. */
export function ClaimLinkReveal({ url, expiresAt, onClose }: Props) {
  const { t } = useTranslation();
  const heading = useRef<HTMLDivElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div data-testid="claim-reveal" ref={heading} tabIndex={-1} style={{ outline: "none" }}>
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          onClose();
        }}
      >
        <Alert component="p" isInline variant="info" title={t("appKeys.claim.once")}>
          {t("appKeys.claim.onceText")} <DateTime at={expiresAt} />
        </Alert>
        <Secret label={t("appKeys.claim.link")} value={url} testId="claim-url" copyId="claim-copy" />
        <ActionGroup>
          <Button type="submit" data-testid="claim-close">
            {t("appKeys.close")}
          </Button>
        </ActionGroup>
      </Form>
    </div>
  );
}
