import { Flex } from "@patternfly/react-core";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { CopyButton } from "./CopyButton";

/** A short text with a button to copy it. */
export function CopyableCode({ text }: { text: string }) {
  const { t } = useTranslation();
  const code = useRef<HTMLElement>(null);
  return (
    <Flex
      component="span"
      flexWrap={{ default: "nowrap" }}
      spaceItems={{ default: "spaceItemsNone" }}
      alignItems={{ default: "alignItemsBaseline" }}
    >
      <code ref={code}>{text}</code>
      <CopyButton text={text} source={code} label={t("appKeys.copyNamed", { text })} />
    </Flex>
  );
}
