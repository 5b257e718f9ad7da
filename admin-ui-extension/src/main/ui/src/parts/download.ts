/** Saves a text as a file. Its object URL is revoked before this returns. */
export function download(name: string, text: string): void {
  downloadBlob(name, new Blob([text], { type: "text/plain" }));
}

/** Saves a blob as a file. Its object URL is revoked before this returns. */
export function downloadBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  try {
    const link = document.createElement("a");
    link.href = url;
    link.download = name;
    link.click();
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** What separates the values of a CSV file in spreadsheets of a language: a decimal comma needs another sign. */
export function csvSeparator(locale: string): string {
  return new Intl.NumberFormat(locale).format(1.5).includes(",") ? ";" : ",";
}
