import { Button, InputGroup, InputGroupItem, TextInput } from "@patternfly/react-core";
import { EyeIcon, EyeSlashIcon } from "@patternfly/react-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { described, Field } from "../parts/Field";
import type { Pasted } from "./usePasted";

interface Props {
  id: string;
  label: string;
  pasted: Pasted;
  /** The value is masked until the user reveals it. */
  isSecret?: boolean;
}

/** A field for one half of a pair, exactly as an integrator sends it. */
export function PastedField({ id, label, pasted, isSecret = false }: Props) {
  const { t } = useTranslation();
  const [isShown, setShown] = useState(!isSecret);
  const { input, hasBreaks, onPaste, onChange } = pasted;
  const toggle = t(isShown ? "appKeys.test.hide" : "appKeys.test.show");
  return (
    <Field id={id} label={label} help={hasBreaks ? t("appKeys.test.breaks") : undefined}>
      <InputGroup>
        <InputGroupItem isFill>
          <TextInput
            {...described(id, undefined)}
            ref={input}
            data-testid={id}
            type={isShown ? "text" : "password"}
            // browsers ignore "off" for passwords and would offer the administrator's own
            autoComplete={isSecret ? "new-password" : "off"}
            spellCheck={false}
            onPaste={onPaste}
            onChange={onChange}
          />
        </InputGroupItem>
        {isSecret && (
          <InputGroupItem>
            <Button
              variant="control"
              data-testid={`${id}-toggle`}
              aria-label={toggle}
              title={toggle}
              onClick={() => setShown(!isShown)}
            >
              {isShown ? <EyeSlashIcon /> : <EyeIcon />}
            </Button>
          </InputGroupItem>
        )}
      </InputGroup>
    </Field>
  );
}
