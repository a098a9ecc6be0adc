import { act, cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { Later } from '../../src/scorecard/later';
import { painted } from '../../src/ui/painted';

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

/** Long enough for all turns: each is a task of its own at most. */
async function afterAllTurns(): Promise<void> {
  await act(async () => {
    await painted();
    for (let turn = 0; turn < cards.length; turn += 1) await new Promise((resolve) => setTimeout(resolve));
  });
}

it('what is seen first comes alone, all the rest once that is painted, in the order of the page', async () => {
  render(page());
  expect(texts()).toEqual(['first']);
  expect(document.querySelectorAll('.coming[hidden]')).toHaveLength(3);
  await afterAllTurns();
  expect(texts()).toEqual(['first', 'one', 'two', 'three']);
  expect(document.querySelector('.coming')).toBeNull();
});

it('what has changed takes its turn, too, and stands as it was until then', async () => {
  const { rerender } = render(page());
  await afterAllTurns();
  rerender(page(' more'));
  expect(texts()).toEqual(['first', 'one', 'two', 'three']);
  await afterAllTurns();
  expect(texts()).toEqual(['first', 'one more', 'two more', 'three more']);
});

it('nothing is missing on paper, however early it is printed', () => {
  render(page());
  dispatchEvent(new Event('beforeprint'));
  expect(texts()).toEqual(['first', 'one', 'two', 'three']);
});

it('what is gone before its turn does not come', async () => {
  const { rerender } = render(page());
  rerender(page('', ['two']));
  await afterAllTurns();
  expect(texts()).toEqual(['first', 'two']);
  expect(screen.queryByText('one')).toBeNull();
});
