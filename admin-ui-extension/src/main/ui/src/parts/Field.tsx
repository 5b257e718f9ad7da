import { FormGroup, FormHelperText, HelperText, HelperTextItem } from "@patternfly/react-core";
import type { ReactNode } from "react";

interface Props {
  id: string;
  label: string;
  help?: ReactNode;
  error?: string | undefined;
  isRequired?: boolean;
  children: ReactNode;
}

/** A form field: label, input, help text and error. Spread `described(id, error)` into the input. */
export function Field({ id, label, help, error, isRequired = false, children }: Props) {
  return (
    <FormGroup label={label} fieldId={id} isRequired={isRequired}>
      {children}
      {(error ?? help) !== undefined && (
        <FormHelperText>
          <HelperText id={`${id}-help`} aria-live={error === undefined ? "off" : "polite"}>
            {error !== undefined && (
              <HelperTextItem variant="error" hasIcon>
                {error}
              </HelperTextItem>
            )}
            {help !== undefined && <HelperTextItem>{help}</HelperTextItem>}
          </HelperText>
        </FormHelperText>
      )}
    </FormGroup>
  );
}

/** The props that connect an input to its Field. */
export function described(id: string, error: string | undefined) {
  return {
    id,
    "aria-describedby": `${id}-help`,
    "aria-invalid": error !== undefined,
    validated: error === undefined ? ("default" as const) : ("error" as const),
  };
}
