/**
 * Copies what an element shows. Without https, or where the browser denies it, there is no clipboard API: then the
 * element is selected, which the browser may copy, or the administrator with the keyboard.
 *
 * @returns whether it was copied
 */
export async function copyFrom(source: HTMLElement, text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(source);
  }
}

function copySelected(source: HTMLElement): boolean {
  if (source instanceof HTMLInputElement) {
    source.focus();
    source.select();
  } else {
    window.getSelection()?.selectAllChildren(source);
  }
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way that works without https
    return document.execCommand("copy");
  } catch {
    return false;
  }
}
