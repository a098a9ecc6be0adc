import { cleanup, render, waitFor } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { Later } from '../../src/scorecard/later';

afterEach(cleanup);

const cards = ['one', 'two', 'three'];
const page = (suffix = '', names = cards) => (
  <main>
    <p>first</p>
    {names.map((name) => (
      <Later key={name}>
        <p>{name + suffix}</p>
      </Later>
    ))}
  </main>
);
const texts = () => [...document.querySelectorAll('p')].map(({ textContent }) => textContent);

const there = (...expected: readonly string[]) => waitFor(() => expect(texts()).toEqual(expected));

it('what is seen first comes alone, all the rest once that is painted, in the order of the page', async () => {
  render(page());
  expect(texts()).toEqual(['first']);
  expect(document.querySelectorAll('.coming[hidden]')).toHaveLength(3);
  // What comes is seen to come in the order of the page.
  const seen = new Set<string>();
  new MutationObserver(() => seen.add(texts().join(' '))).observe(document, { subtree: true, childList: true });
  await there('first', 'one', 'two', 'three');
  expect(['first one', 'first one two', 'first one two three'].slice(-seen.size)).toEqual([...seen]);
  expect(document.querySelector('.coming')).toBeNull();
});

it('what has changed takes its turn, too, and stands as it was until then', async () => {
  const { rerender } = render(page());
  await there('first', 'one', 'two', 'three');
  rerender(page(' more'));
  expect(texts()).toEqual(['first', 'one', 'two', 'three']);
  await there('first', 'one more', 'two more', 'three more');
});

it('nothing is missing on paper, however early it is printed', () => {
  render(page());
  dispatchEvent(new Event('beforeprint'));
  expect(texts()).toEqual(['first', 'one', 'two', 'three']);
});

it('what is gone before its turn does not come', async () => {
  const { rerender } = render(page());
  rerender(page('', ['two']));
  await there('first', 'two');
});
