import {
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
  EmptyStateHeader,
  EmptyStateIcon,
} from "@patternfly/react-core";
import type { ComponentType, ReactNode } from "react";

interface Props {
  title: string;
  icon: ComponentType;
  testId?: string;
  /** Buttons and links for the next step. */
  actions?: ReactNode;
  children?: ReactNode;
}

/** PatternFly's empty state, with an optional text and actions. */
export function Empty({ title, icon, testId, actions, children }: Props) {
  return (
    <EmptyState data-testid={testId}>
      <EmptyStateHeader titleText={title} headingLevel="h2" icon={<EmptyStateIcon icon={icon} />} />
      {children !== undefined && <EmptyStateBody>{children}</EmptyStateBody>}
      {actions !== undefined && (
        <EmptyStateFooter>
          <EmptyStateActions>{actions}</EmptyStateActions>
        </EmptyStateFooter>
      )}
    </EmptyState>
  );
}
