/** A place in a file of ours, as Chromium and Firefox write it into a stack. The extension's id names the member's installation in Firefox. */
const ownPlace = /\b(?:chrome|moz)-extension:\/\/[^/\s]+\/([\w./-]+:\d+:\d+)/g;

/** A name of an exception, such as `TypeError`. Anybody may have written anything there. */
const nameOfError = /^[A-Za-z]{1,40}$/;

/** So many places are told, the innermost first. */
const mostPlaces = 12;

/**
 * What may be copied of an exception that nobody expected: its kind, and where in our files it was met, a line each. Never its message, which
 * may quote what was read or typed.
 */
export function errorDetails(error: unknown): string {
  if (!(error instanceof Error)) return `Not an error: ${typeof error}`;
  const { name, message, stack = '' } = error;
  const places = [...withoutMessage(stack, message).matchAll(ownPlace)].map(([, place = '']) => place);
  return [nameOfError.test(name) ? name : 'Error', ...places.slice(0, mostPlaces)].join('\n');
}

/** Chromium begins the stack with the name and the message; Firefox does not. */
function withoutMessage(stack: string, message: string): string {
  const [name = ''] = /^[\w$.]*(?:: )?/.exec(stack) ?? [];
  const isChromiums = stack.startsWith(message, name.length) && stack.includes('\n    at ');
  return isChromiums ? stack.slice(name.length + message.length) : stack;
}
