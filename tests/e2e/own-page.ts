import { expect, type Page } from '@playwright/test';
import type { Page as FirefoxPage } from 'puppeteer-core';
import { casesOf } from '../long-runs';
import { axeFindings } from './axe-findings';

const themes: readonly { readonly theme: 'light' | 'dark'; readonly long?: true }[] = [
  { theme: 'dark', long: true },
  { theme: 'light' },
];

/** What a member uses a page with. */
export type Hands = 'mouse' | 'keyboard';

/** Something that can be used, by what it is and how it is called to who cannot see it. */
interface Control {
  readonly role: 'button' | 'link' | 'checkbox' | 'radio';
  /** A regular expression. */
  readonly name: string;
  /** Selects the part of the page that has it. */
  readonly within: string;
}

/** One of the extension's own pages as a person uses it, in Chromium and in Firefox alike: they see words, and point at controls or walk to them by keys. */
export class OwnPage {
  // Puppeteer's page answers the same questions; only its type differs.
  readonly #page: Page;
  readonly #hands: Hands;

  constructor(page: Page | FirefoxPage, hands: Hands) {
    this.#page = page as Page;
    this.#hands = hands;
  }

  /** The words that are seen in the first element that `selector` finds, in one line; empty when there is none. */
  async words(selector = 'body'): Promise<string> {
    return this.#page.evaluate((wanted) => {
      const found = document.querySelector<HTMLElement>(wanted);
      return found?.checkVisibility() ? found.innerText.replace(/\s+/g, ' ').trim() : '';
    }, selector);
  }

  /** Waits until these words are seen there. */
  async see(selector: string, words: string | RegExp): Promise<void> {
    const seen = expect.poll(() => this.words(selector), { message: selector });
    await (typeof words === 'string' ? seen.toContain(words) : seen.toMatch(words));
  }

  /** Presses a button, follows a link, ticks or unticks a box, chooses one of several: once it is there. */
  async use(role: Control['role'], name: string | RegExp, within = 'body'): Promise<void> {
    const control = controlOf(role, name, within);
    await this.#wait(control);
    if (this.#hands === 'mouse') {
      const element = (
        await this.#page.evaluateHandle<HTMLElement>(`(${toPoint})(${JSON.stringify(control)})`)
      ).asElement();
      await element.click();
      return;
    }
    await this.#walkTo(control);
    if (role !== 'radio') await this.#page.keyboard.press(role === 'checkbox' ? ' ' : 'Enter');
  }

  /** How many boxes are there, and how many of them are ticked. */
  async boxes(within: string): Promise<{ all: number; ticked: number }> {
    return this.#page.evaluate((part) => {
      const boxes = [...document.querySelectorAll<HTMLInputElement>(`${part} input[type=checkbox]`)];
      return { all: boxes.length, ticked: boxes.filter(({ checked }) => checked).length };
    }, within);
  }

  /**
   * Expects that axe finds nothing in it, in light, and in the long run in dark, and that nothing needs scrolling to the side. What is `long` axe looks
   * at in the long run alone: it is what takes longest in a page.
   */
  async expectNoFindings(seen: { readonly long?: true } = {}): Promise<void> {
    for (const { theme } of casesOf(themes.map((each) => ({ ...each, ...seen })))) {
      await this.#page.evaluate((wanted) => (document.documentElement.dataset['theme'] = wanted), theme);
      const { violations } = await axeFindings(this.#page, undefined, theme === 'light' ? 'all' : 'colours');
      expect(violations, `${new URL(this.#page.url()).pathname}, ${theme}`).toEqual([]);
    }
    expect(await this.#page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }

  async close(): Promise<void> {
    await this.#page.close();
  }

  async #wait(control: Control): Promise<void> {
    const where = () => this.#where(control);
    await expect
      .poll(where, { message: `the ${control.role} "${control.name}" in ${control.within}` })
      .not.toBe('nowhere');
  }

  async #where(control: Control): Promise<Where> {
    return this.#page.evaluate<Where>(`(${whereIs})(${JSON.stringify(control)})`);
  }

  /** By the tab key, forwards or backwards, and in a group of several by the arrows. */
  async #walkTo(control: Control): Promise<void> {
    const { keyboard } = this.#page;
    for (let stops = 0; stops < 200; stops += 1) {
      const where = await this.#where(control);
      if (where === 'here') return;
      if (where === 'before') await keyboard.down('Shift');
      await keyboard.press(where === 'in its group' ? 'ArrowRight' : 'Tab');
      if (where === 'before') await keyboard.up('Shift');
    }
    throw new Error(`No key leads to the ${control.role} "${control.name}".`);
  }
}

function controlOf(role: Control['role'], name: string | RegExp, within: string): Control {
  const exact = (text: string) => `^${text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}$`;
  return { role, name: typeof name === 'string' ? exact(name) : name.source, within };
}

/** Where a control is, seen from what has the focus. */
type Where = 'here' | 'before' | 'after' | 'in its group' | 'nowhere';

/** Runs in the browser, which gets the text of all three functions that it needs. */
const find = `({ role, name, within }) => {
  const elements = {
    button: 'button:not([role])',
    link: 'a[href]',
    checkbox: 'input[type=checkbox]',
    radio: 'input[type=radio], [role=radio]',
  };
  const nameOf = (element) => {
    const by = (element.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
    return element.getAttribute('aria-label') ?? (by.trim() || element.labels?.[0]?.textContent || element.textContent);
  };
  return [...document.querySelectorAll(within)]
    .flatMap((part) => [...part.querySelectorAll(elements[role])])
    .find((element) => element.checkVisibility() && new RegExp(name).test(nameOf(element).trim()));
}`;

const whereIs = `(control) => {
  const element = (${find})(control);
  const focused = document.activeElement;
  if (!element) return 'nowhere';
  if (element === focused) return 'here';
  const group = (of) => of?.closest('[role=radiogroup]') ?? of?.name;
  if (control.role === 'radio' && focused?.matches('input[type=radio], [role=radio]') && group(focused) === group(element)) return 'in its group';
  if (!focused || focused === document.body) return 'after';
  return focused.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING ? 'before' : 'after';
}`;

/** Of a box the words beside it, which the box itself may be hidden behind; scrolled to where nothing that stays in sight covers it. */
const toPoint = `(control) => {
  const element = (${find})(control);
  const pointed = element.closest('label') ?? element;
  pointed.scrollIntoView({ block: 'center' });
  return pointed;
}`;
