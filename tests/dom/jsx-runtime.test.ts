import { h, render, type ComponentChildren } from 'preact';
import { describe, expect, test, vi } from 'vitest';
import { Fragment, jsx } from '../../src/content/badges/jsx-runtime';

type Attributes = Readonly<Record<string, unknown>>;

function drawnByPreact(tag: string, attributes: Attributes, children?: ComponentChildren): string {
  const container = document.createElement('div');
  render(h(tag, attributes, children), container);
  return container.innerHTML;
}

function drawnByUs(tag: string, attributes: Attributes, children?: Parameters<typeof jsx>[1]['children']): string {
  const container = document.createElement('div');
  container.append(jsx(tag, { ...attributes, children }));
  return container.innerHTML;
}

describe('JSX in the content script', () => {
  test.each<[tag: string, attributes: Attributes]>([
    ['p', { class: 'badge pill', 'data-badge': 'total', role: 'img', 'aria-label': 'Your total: +1.8' }],
    ['button', { type: 'button', title: 'Hide "all" <badges>', 'aria-expanded': false, 'aria-haspopup': 'dialog' }],
    ['button', { 'aria-expanded': true, 'aria-controls': undefined, 'data-undo': null }],
    ['div', { tabIndex: -1, dir: 'rtl', lang: 'ar', hidden: false }],
    ['span', { 'aria-hidden': true, hidden: true }],
    ['a', { href: 'https://www.linkedin.com/feed/?a=1&b=2', target: '_blank', rel: 'noreferrer' }],
    [
      'svg',
      { width: 15, height: 15, viewBox: '0 0 16 16', fill: 'none', 'stroke-width': '1.5', 'aria-hidden': 'true' },
    ],
    ['path', { d: 'M0 0h9v9z', stroke: '#8A8F9C', 'stroke-opacity': '.4' }],
  ])('writes the attributes of <%s> as Preact does: %o', (tag, attributes) => {
    expect(drawnByUs(tag, attributes)).toBe(drawnByPreact(tag, attributes));
  });

  test('writes children as Preact does, and leaves out what says nothing', () => {
    const children = ['Done', 3, 0, false, undefined, null, ['.', ['!', '<b>']], true];
    expect(drawnByUs('p', {}, children)).toBe(drawnByPreact('p', {}, children as ComponentChildren));
    expect(drawnByUs('p', {}, children)).toBe('<p>Done30.!&lt;b&gt;</p>');
  });

  test('draws pictures as SVG and all else as HTML', () => {
    const svg = jsx('svg', { children: jsx('path', { d: 'M0 0' }) }) as Element;
    expect([svg.namespaceURI, svg.firstElementChild?.namespaceURI]).toEqual([
      'http://www.w3.org/2000/svg',
      'http://www.w3.org/2000/svg',
    ]);
    expect((jsx('p', {}) as Element).namespaceURI).toBe('http://www.w3.org/1999/xhtml');
  });

  test('hears events, and calls components with their attributes and children', () => {
    const onClick = vi.fn();
    const Button = ({ children }: { readonly children?: unknown }) =>
      jsx('button', { onClick, children: Fragment({ children: [children as string, '!'] }) });
    const button = jsx(Button, { children: 'Hide' }) as HTMLElement;
    expect(button.outerHTML).toBe('<button>Hide!</button>');
    button.click();
    expect(onClick).toHaveBeenCalledOnce();
  });
});
