import { Modal, ModalBoxCloseButton, type ModalVariant } from "@patternfly/react-core";
import { ExclamationTriangleIcon } from "@patternfly/react-icons";
import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  testId: string;
  title: string;
  variant: ModalVariant;
  isWarning?: boolean;
  actions: ReactNode[];
  onClose: () => void;
  children: ReactNode;
}

/** PatternFly's modal with a header of our own: the label of its close button cannot be translated. */
export function Dialog({ testId, title, variant, isWarning = false, actions, onClose, children }: Props) {
  const { t } = useTranslation();
  const titleId = useId();
  const head = (
    <>
      <ModalBoxCloseButton aria-label={t("appKeys.close")} onClose={onClose} />
      <h1 id={titleId} className={`pf-v5-c-modal-box__title${isWarning ? " pf-m-icon" : ""}`}>
        {isWarning && (
          <>
            <span className="pf-v5-c-modal-box__title-icon">
              <ExclamationTriangleIcon />
            </span>
            <span className="pf-v5-screen-reader">{t("appKeys.warning")}</span>
          </>
        )}
        <span className="pf-v5-c-modal-box__title-text" style={{ whiteSpace: "normal" }}>
          {title}
        </span>
      </h1>
    </>
  );
  return (
    <Modal
      data-testid={testId}
      variant={variant}
      className={isWarning ? "pf-m-warning" : ""}
      header={head}
      aria-labelledby={titleId}
      showClose={false}
      isOpen
      onClose={onClose}
      actions={actions}
    >
      {children}
    </Modal>
  );
}
