/** How long the browser may take to take a file over, in milliseconds: asking where to save it takes as long as the member takes. */
const keptFor = 60_000;

/** Lets the browser save `content` under a name, as after a click on a link to it. Nothing leaves the machine. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // No browser tells when it is done, and a download whose address is gone fails.
  setTimeout(() => URL.revokeObjectURL(link.href), keptFor);
}
