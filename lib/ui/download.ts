/** Hands a file to the person without any permission: a Blob behind a link that is clicked for them. */

/** `tokenprint-2026-11-22.csv`; the day is the local one of `date`. */
export function exportFileName(extension: 'csv' | 'json', date: Date): string {
  const part = (value: number) => String(value).padStart(2, '0');
  return `tokenprint-${date.getFullYear()}-${part(date.getMonth() + 1)}-${part(date.getDate())}.${extension}`;
}

/** Long enough for the browser to have opened the Blob; revoking at once loses the download in Firefox. */
const REVOKE_AFTER_MS = 60_000;

/** Starts the download of a Blob under a file name. */
export function download(blob: Blob, fileName: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), REVOKE_AFTER_MS);
}
