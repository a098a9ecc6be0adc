/** A tab that is not looked at paints nothing: there nobody waits longer than this, in milliseconds. */
const longest = 100;

/** Once what is drawn by now has been painted. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, longest);
    // A frame's callbacks run before it is painted.
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(resolve);
    });
  });
}
