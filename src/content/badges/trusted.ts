/** `handler`, but for the member's own events only: what a script made up (`element.click()`, `dispatchEvent`) goes unheard. */
export function trusted<Kind extends Event>(handler: (event: Kind) => void): (event: Kind) => void {
  return (event) => {
    if (event.isTrusted) handler(event);
  };
}

/** For links: a click that a script made up opens nothing. */
export function refuseUntrusted(event: Event): void {
  if (!event.isTrusted) event.preventDefault();
}
