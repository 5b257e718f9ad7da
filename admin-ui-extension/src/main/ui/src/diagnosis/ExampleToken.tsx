import { Text, TextContent } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";

/** The claims of an example access token, which is never issued. */
export function ExampleToken({ token }: { token: Record<string, unknown> }) {
  const { t } = useTranslation();
  return (
    <>
      <TextContent className="pf-v5-u-mt-md">
        <Text component="h2">{t("appKeys.diagnosis.token")}</Text>
        <Text>{t("appKeys.diagnosis.tokenHelp")}</Text>
      </TextContent>
      <pre
        data-testid="diagnosis-token"
        style={{
          fontFamily: "var(--pf-v5-global--FontFamily--monospace)",
          fontSize: "var(--pf-v5-global--FontSize--sm)",
          whiteSpace: "pre-wrap",
          overflowWrap: "anywhere",
        }}
      >
        {JSON.stringify(token, null, 2)}
      </pre>
    </>
  );
}
