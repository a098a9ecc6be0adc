/** Whether the browser knows days and time zones. Stores refuse the extension to one that does not, but an unpacked one gets this far. */
export function hasTemporal(): boolean {
  return 'Temporal' in globalThis;
}
