import { FormGroup, InputGroup, InputGroupItem, TextInput } from "@patternfly/react-core";
import { useRef, type FocusEvent } from "react";
import { useTranslation } from "react-i18next";
import { CopyButton } from "./CopyButton";

interface Props {
  label: string;
  value: string;
  testId: string;
  copyId: string;
}

/** A read-only field with a button to copy it. The browser does not remember its value. */
export function Secret({ label, value, testId, copyId }: Props) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <FormGroup label={label} fieldId={testId}>
      <InputGroup>
        <InputGroupItem isFill>
          <TextInput
            ref={input}
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
          <CopyButton text={value} source={input} label={t("appKeys.copyNamed", { text: label })} testId={copyId} />
        </InputGroupItem>
      </InputGroup>
    </FormGroup>
  );
}
