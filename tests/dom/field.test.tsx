import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { EntryForm } from '../../src/scorecard/entry-form';
import { Field } from '../../src/scorecard/field';
import { sayEnglish } from './say-english';

afterEach(cleanup);

/** A form of two fields, of which the second has a hint besides. Returns how often it was sent. */
function showForm(): { readonly sent: () => number } {
  let sent = 0;
  render(
    <EntryForm say={sayEnglish} onSave={() => (sent += 1)} onCancel={() => undefined}>
      <Field label="What" wanted="Write something.">
        {(control) => <input {...control} required />}
      </Field>
      <Field label="How many" wanted="From 5 on." describedBy="hint">
        {(control) => <input {...control} type="number" required min={5} />}
      </Field>
      <p id="hint">Up to you.</p>
    </EntryForm>,
  );
  return { sent: () => sent };
}

const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
/** What is read with a field. */
const described = (name: string) =>
  (field(name).getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter((id) => id !== '')
    .map((id) => document.getElementById(id)?.textContent);
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save' }));

it('a form that is sent too soon says at each field what is wanted, and leads to the first', () => {
  const { sent } = showForm();
  expect(field('What').getAttribute('aria-invalid')).toBe('false');
  expect(described('What')).toEqual([]);
  save();
  expect(sent()).toBe(0);
  expect(described('What')).toEqual(['Write something.']);
  expect(described('How many')).toEqual(['Up to you.', 'From 5 on.']);
  expect(field('How many').getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(field('What'));
});

it('the browser shows no bubble of its own', () => {
  showForm();
  const prevented = field('What').dispatchEvent(new Event('invalid', { cancelable: true }));
  expect(prevented).toBe(false);
});

it('what is typed takes the sentence away, and the next that is refused has the focus', () => {
  const { sent } = showForm();
  save();
  fireEvent.input(field('What'), { target: { value: 'Talked' } });
  expect(described('What')).toEqual([]);
  fireEvent.input(field('How many'), { target: { value: '4' } });
  save();
  expect(sent()).toBe(0);
  expect(document.activeElement).toBe(field('How many'));
  fireEvent.input(field('How many'), { target: { value: '5' } });
  save();
  expect(sent()).toBe(1);
});
