import type { Page } from '@playwright/test';

/** Makes all text twice as large, as a member does who needs it, or as large as it was. */
export function setText(page: Page, size: 'usual' | 'twice as large'): Promise<void> {
  return page.evaluate((isDoubled) => {
    const { style } = document.documentElement;
    for (const [size, doubled] of [
      ['11', '22px/32px'],
      ['12', '24px/32px'],
      ['13', '26px/40px'],
      ['15', '30px/40px'],
      ['20', '40px/56px'],
      ['28', '56px/64px'],
    ] as const) {
      if (isDoubled) style.setProperty(`--t-${size}`, `${doubled} var(--font)`);
      else style.removeProperty(`--t-${size}`);
    }
  }, size === 'twice as large');
}
