/**
 * Whether badges on the SSI page are wanted, by what is stored in the setting of that name: unless it is off. Beside the other settings, for the content
 * script asks for nothing else, and would load them all.
 */
export function badgesOf(stored: unknown): boolean {
  return stored !== false;
}
