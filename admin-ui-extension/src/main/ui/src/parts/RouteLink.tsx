import { Button, type ButtonProps } from "@patternfly/react-core";
import type { MouseEvent, ReactNode } from "react";
import { useConsole } from "../console/ConsoleContext";

interface Props {
  to: string;
  children: ReactNode;
  testId?: string;
  variant?: ButtonProps["variant"];
  /** The accessible name, which must contain the visible text. */
  label?: string;
  /** Underlined: inside a text, colour alone does not mark a link. */
  isInText?: boolean;
}

function usesBrowser(event: MouseEvent): boolean {
  return event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
}

/** A link inside the console. It has an `href`, for new tabs and bookmarks; a click navigates without a reload. */
export function RouteLink({ to, children, testId, variant, label, isInText = false }: Props) {
  const { navigate } = useConsole();
  const onClick = (event: MouseEvent) => {
    if (!usesBrowser(event)) {
      event.preventDefault();
      navigate(to);
    }
  };
  return variant === undefined ? (
    <a
      href={`#${to}`}
      data-testid={testId}
      aria-label={label}
      onClick={onClick}
      {...(isInText ? { style: { textDecoration: "underline" } } : {})}
    >
      {children}
    </a>
  ) : (
    <Button component="a" href={`#${to}`} data-testid={testId} aria-label={label} variant={variant} onClick={onClick}>
      {children}
    </Button>
  );
}
