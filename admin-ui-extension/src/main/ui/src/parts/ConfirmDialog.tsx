import {
  Alert,
  Button,
  Form,
  Flex,
  FlexItem,
  FormGroup,
  ModalVariant,
  TextInput,
} from "@patternfly/react-core";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { messageOf } from "../api/ApiError";
import { Dialog } from "./Dialog";

export interface Confirmation {
  title: string;
  text: ReactNode;
  ok: string;
  danger?: boolean;
  /** The text that must be typed before the action can be confirmed. */
  typed?: string;
  action: () => Promise<void> | void;
}

interface Props {
  confirmation: Confirmation | undefined;
  onClose: () => void;
}

export function ConfirmDialog({ confirmation, onClose }: Props) {
  return confirmation ? <OpenDialog confirmation={confirmation} onClose={onClose} /> : null;
}

function OpenDialog({ confirmation, onClose }: { confirmation: Confirmation; onClose: () => void }) {
  const { t } = useTranslation();
  const { title, text, ok, danger, typed, action } = confirmation;
  const [input, setInput] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const ready = !busy && (typed === undefined || input === typed);

  const confirm = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await action();
      onClose();
    } catch (problem) {
      setError(messageOf(problem));
      setBusy(false);
    }
  };

  return (
    <Dialog
      testId="confirm-dialog"
      variant={ModalVariant.small}
      title={title}
      isWarning={danger ?? false}
      onClose={onClose}
      actions={[
        <Button
          key="ok"
          data-testid="confirm-ok"
          variant={danger ? "danger" : "primary"}
          isDisabled={!ready}
          isLoading={busy}
          onClick={() => void confirm()}
        >
          {ok}
        </Button>,
        <Button key="cancel" data-testid="confirm-cancel" variant="link" onClick={onClose}>
          {t("appKeys.cancel")}
        </Button>,
      ]}
    >
      <Flex direction={{ default: "column" }} alignItems={{ default: "alignItemsStretch" }}>
        <FlexItem>{text}</FlexItem>
        {typed !== undefined && (
          <FlexItem>
            <Form
              onSubmit={(event) => {
                event.preventDefault();
                if (ready) {
                  void confirm();
                }
              }}
            >
              <FormGroup label={t("appKeys.typeToConfirm", { text: typed })} fieldId="app-keys-confirm-input">
                <TextInput
                  id="app-keys-confirm-input"
                  data-testid="confirm-input"
                  value={input}
                  autoComplete="off"
                  onChange={(_event, value) => setInput(value)}
                />
              </FormGroup>
            </Form>
          </FlexItem>
        )}
        {error !== undefined && (
          <FlexItem>
            <Alert component="p" isInline isLiveRegion variant="danger" title={error} />
          </FlexItem>
        )}
      </Flex>
    </Dialog>
  );
}
