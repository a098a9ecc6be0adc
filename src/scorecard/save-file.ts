/** Lets the browser save `content` under a name, as after a click on a link to it. Nothing leaves the machine. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser has taken the content over by the next task.
  setTimeout(() => URL.revokeObjectURL(link.href), 0);
}
