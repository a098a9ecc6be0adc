/** A place in a file of ours, as Chromium and Firefox write it into a stack. The extension's id names the member's installation in Firefox. */
const ownPlace = /-extension:\/\/[^/\s]+\/([\w./-]+:\d+:\d+)/g;

/** A name of an exception, such as `TypeError`. Anybody may have written anything there. */
const nameOfError = /^[A-Za-z]{1,40}$/;

/**
 * What may be copied of an exception that nobody expected: its kind, and where in our files it was met, a line each. Never its message, which
 * may quote what was read or typed.
 */
export function errorDetails(error: unknown): string {
  if (!(error instanceof Error)) return `Not an error: ${typeof error}`;
  const { name, message, stack = '' } = error;
  // Chromium begins the stack with the name and the message; Firefox does not.
  const frames = stack.includes('\n    at ') ? stack.slice(stack.indexOf(message) + message.length) : stack;
  const places = Array.from(frames.matchAll(ownPlace), ([, place]) => place);
  return [nameOfError.test(name) ? name : 'Error', ...places].join('\n');
}
