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
  /** What to do about it. */
  actions?: ReactNode;
  children?: ReactNode;
}

/** Instead of what is not there. */
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
