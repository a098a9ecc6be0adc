// A page's first frame: what was drawn is drawn again to the letter, and brought to life without being touched.
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bringToLife } from '../../src/first-frame/bring-to-life';
import { attributesOf, drawTrees, setAttributes, treesIn, type DrawnTree } from '../../src/first-frame/drawn-tree';
import { drawFirstFrame } from '../../src/first-frame/first-frame';
import { holdClick } from '../../src/first-frame/hold-click';
import { keepDrawn } from '../../src/first-frame/keep-drawn';
import { Change } from '../../src/ui/change';
import { Icon } from '../../src/ui/icon';
import { Ring } from '../../src/ui/ring';

const fake = vi.hoisted(() => ({ language: 'en', version: '2.0.0', session: {} as Record<string, unknown> }));
vi.mock('../../src/platform/browser', () => ({
  browser: {
    i18n: { getUILanguage: () => fake.language },
    runtime: { getManifest: () => ({ version: fake.version }) },
    storage: {
      session: {
        get: () => Promise.resolve(structuredClone(fake.session)),
        set: (entries: Record<string, unknown>) =>
          Promise.resolve(Object.assign(fake.session, structuredClone(entries))),
      },
    },
  },
}));

let root: HTMLElement;
beforeEach(() => {
  root = document.createElement('main');
  document.body.append(root);
});
afterEach(() => {
  render(null, root);
  root.remove();
});

/** An element with what was in `element`, drawn from its plain values alone, as they come back from the browser's memory. */
function redrawn(element: Element): HTMLElement {
  const again = document.createElement('main');
  drawTrees(again, JSON.parse(JSON.stringify(treesIn(element))) as DrawnTree[]);
  return again;
}

const name = fc.constantFrom('p', 'button', 'section', 'label', 'svg', 'path', 'text');
const attributes = fc.dictionary(
  fc.constantFrom('class', 'dir', 'lang', 'aria-label', 'aria-hidden', 'tabindex', 'title', 'd', 'data-why'),
  fc.string(),
);
const { tree } = fc.letrec<{ tree: DrawnTree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.string(),
    fc.tuple(name, attributes, fc.array(tie('tree'), { maxLength: 4 })) as fc.Arbitrary<DrawnTree>,
  ),
}));

describe('what was drawn', () => {
  it('is the same after it was kept and drawn again, whatever it was', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 5 }), (trees) => {
        const first = document.createElement('main');
        drawTrees(first, trees);
        const again = redrawn(first);
        expect(treesIn(again)).toEqual(trees);
        expect(again.isEqualNode(first)).toBe(true);
      }),
    );
  });

  it('keeps pictures pictures, and texts apart that stand side by side', () => {
    render(
      <p>
        <Ring size={44} thickness={5} scores={{ brand: 1, people: 2, insights: 3, relationships: 4 }} total="10" />
        {'a'}
        {'b'}
        <Icon name="flag" />
      </p>,
      root,
    );
    const again = redrawn(root);
    expect(again.querySelector('path')?.namespaceURI).toBe('http://www.w3.org/2000/svg');
    expect(again.querySelector('p')?.namespaceURI).toBe('http://www.w3.org/1999/xhtml');
    expect(again.querySelector('p')?.childNodes).toHaveLength(root.querySelector('p')?.childNodes.length ?? 0);
    expect(again.isEqualNode(root)).toBe(true);
  });

  it('keeps what is chosen and ticked, which no attribute says', () => {
    render(
      <form>
        <select value="two">
          <option value="one">1</option>
          <option value="two">2</option>
        </select>
        <input type="checkbox" checked />
        <input type="checkbox" />
      </form>,
      root,
    );
    const again = redrawn(root);
    expect(again.querySelector('select')?.value).toBe('two');
    expect([...again.querySelectorAll('input')].map(({ checked }) => checked)).toEqual([true, false]);
  });

  it('keeps styles', () => {
    render(<span style={{ width: '40%' }} />, root);
    expect(redrawn(root).querySelector('span')?.style.width).toBe('40%');
  });

  it('keeps language, direction and theme of the document', () => {
    const page = document.createElement('html');
    setAttributes(page, { lang: 'ar', dir: 'rtl', 'data-theme': 'dark', 'data-text': 'large' });
    expect(attributesOf(page)).toEqual({ lang: 'ar', dir: 'rtl', 'data-theme': 'dark', 'data-text': 'large' });
  });
});

describe('the popup begins with', () => {
  let popup: HTMLElement;
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-29T10:00:00Z') });
    Object.assign(fake, { language: 'en', version: '2.0.0', session: {} });
    root.id = 'popup';
    root.textContent = '62 of 100';
    popup = document.createElement('main');
  });
  afterEach(() => vi.useRealTimers());

  async function keep(): Promise<void> {
    keepDrawn(await drawFirstFrame('popup', popup), root);
    await vi.waitFor(() => expect(fake.session).toHaveProperty('popup-frame'));
  }

  it('what it drew the last time', async () => {
    await keep();
    expect((await drawFirstFrame('popup', popup)).drawn).toContain('62 of 100');
    expect(popup.textContent).toBe('62 of 100');
  });

  it('nothing in another language, or after an update', async () => {
    await keep();
    fake.language = 'de';
    await drawFirstFrame('popup', popup);
    Object.assign(fake, { language: 'en', version: '2.0.1' });
    await drawFirstFrame('popup', popup);
    expect(popup.textContent).toBe('');
  });

  it('nothing, and opens all the same, where what was kept is damaged or cannot be read', async () => {
    const told = vi.fn();
    vi.stubGlobal('reportError', told);
    await keep();
    for (const damaged of ['{', '[{},[["p",{},["62"]],["",{},[]]]]']) {
      Object.assign(fake.session['popup-frame'] as object, { drawn: damaged });
      expect(await drawFirstFrame('popup', popup)).toEqual({ page: 'popup', holdsFor: '', since: null });
      expect(popup.textContent).toBe('');
    }
    fake.session = { 'popup-frame': () => 'cannot be cloned' };
    expect(await drawFirstFrame('popup', popup)).toEqual({ page: 'popup', holdsFor: '', since: null });
    expect(told).toHaveBeenCalledTimes(3);
  });
});

const effects: string[] = [];
function Counter({ start, title = 'More' }: { readonly start: number; readonly title?: string }) {
  const [count, setCount] = useState(start);
  useEffect(() => void effects.push('ran'), []);
  return (
    <section>
      <Change points={1.5} normal={false} language="en" />
      <select value="two">
        <option value="one">1</option>
        <option value="two">2</option>
      </select>
      <button type="button" title={title} tabIndex={0} style={{ order: 1 }} onClick={() => setCount(count + 1)}>
        {count} times
      </button>
    </section>
  );
}

/** A first frame of a page, as it was drawn the last time. */
function drawFrameOf(page: preact.VNode): void {
  const before = document.createElement('main');
  render(page, before);
  drawTrees(root, treesIn(before));
  render(null, before);
  effects.length = 0;
}

const button = () => root.querySelector('button')!;
const changes: MutationRecord[] = [];
const watch = () => {
  changes.length = 0;
  const observer = new MutationObserver((all) => void changes.push(...all));
  observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  return async () => {
    await new Promise((resolve) => setTimeout(resolve));
    observer.disconnect();
    return changes;
  };
};

describe('a first frame', () => {
  it('that is what would be drawn is brought to life untouched, with the focus where it was', async () => {
    drawFrameOf(<Counter start={3} />);
    button().focus();
    const [stood, changed] = [button(), watch()];
    bringToLife(<Counter start={3} />, root);
    expect(await changed()).toEqual([]);
    expect(document.activeElement).toBe(stood);
    stood.click();
    await vi.waitFor(() => expect(button().textContent).toBe('4 times'));
    expect(button()).toBe(stood);
    await vi.waitFor(() => expect(effects).toEqual(['ran']));
  });

  it('that is not is drawn anew, in attributes too', () => {
    drawFrameOf(<Counter start={3} />);
    bringToLife(<Counter start={4} title="Other" />, root);
    expect(button().textContent).toBe('4 times');
    expect(button().title).toBe('Other');
    expect(root.querySelectorAll('button')).toHaveLength(1);
  });

  it('whose field has something else chosen is drawn anew', () => {
    drawFrameOf(<Counter start={3} />);
    const select = root.querySelector('select')!;
    select.value = 'one';
    bringToLife(<Counter start={3} />, root);
    expect(select.value).toBe('two');
  });

  it('loses no click: the first is made once something listens', async () => {
    drawFrameOf(<Counter start={3} />);
    const letGo = holdClick(root);
    button().firstChild?.parentElement?.click();
    button().click();
    bringToLife(<Counter start={3} />, root);
    letGo();
    await vi.waitFor(() => expect(button().textContent).toBe('4 times'));
    button().click();
    await vi.waitFor(() => expect(button().textContent).toBe('5 times'));
  });

  it('loses none on a link either, which leads nowhere until something listens', () => {
    const page = (
      <a href="#weeks">
        <Icon name="flag" />
      </a>
    );
    drawFrameOf(page);
    const letGo = holdClick(root);
    const events: MouseEvent[] = [];
    root.addEventListener('click', (event) => events.push(event));
    root.querySelector('svg')!.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    expect(events).toEqual([]);
    bringToLife(page, root);
    letGo();
    expect(events.map(({ target, defaultPrevented }) => [target, defaultPrevented])).toEqual([
      [root.querySelector('a'), false],
    ]);
  });

  it.each(['ctrlKey', 'metaKey', 'shiftKey'])('leaves to the browser a link that is opened elsewhere: %s', (key) => {
    drawFrameOf(<a href="#weeks">Weeks</a>);
    const letGo = holdClick(root);
    const link = root.querySelector('a')!;
    const clicked = vi.fn();
    root.addEventListener('click', clicked);
    const event = new MouseEvent('click', { bubbles: true, cancelable: true, [key]: true });
    link.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
    letGo();
    expect(clicked).toHaveBeenCalledTimes(1);
  });

  it('makes no click on what looks different by then', async () => {
    drawFrameOf(<Counter start={3} />);
    const letGo = holdClick(root);
    button().click();
    bringToLife(<Counter start={7} />, root);
    letGo();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(button().textContent).toBe('7 times');
  });
});
