import { afterEach, describe, expect, test, vi } from 'vitest';
import { message } from '../../src/platform/i18n';

const { getMessage } = vi.hoisted(() => ({ getMessage: vi.fn<(key: string, substitutions: string[]) => string>() }));

vi.mock('../../src/platform/browser', () => ({ browser: { i18n: { getMessage } } }));

afterEach(() => void getMessage.mockReset());

describe('a sentence', () => {
  test('that ends with a short month has one full stop', () => {
    getMessage.mockImplementation((_, [day]) => `Leída el ${day}.`);
    expect(message('read_on', '9 oct.')).toBe('Leída el 9 oct.');
  });

  test('keeps the three full stops of a member’s own words', () => {
    getMessage.mockImplementation((_, [name]) => `Delete ${name}?`);
    expect(message('delete_one', 'Work...')).toBe('Delete Work...?');
  });

  test('that is missing shows its key', () => {
    getMessage.mockReturnValue('');
    expect(message('no_such_key')).toBe('no_such_key');
  });
});
