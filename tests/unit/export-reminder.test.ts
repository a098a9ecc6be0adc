import { expect, test } from 'vitest';
import { isExportDue } from '../../src/core/reminder/export-reminder';

const day = 86_400_000;
const now = Date.parse('2026-10-16T09:00:00Z');

test('an export is due more than ninety days after the last one, and not at ninety days', () => {
  expect(isExportDue(now - 90 * day, now - 900 * day, now)).toBe(false);
  expect(isExportDue(now - 90 * day - 1, now - 900 * day, now)).toBe(true);
});

test('without an export it is the first reading that counts, and without a reading nothing is due', () => {
  expect(isExportDue(undefined, now - 90 * day, now)).toBe(false);
  expect(isExportDue(undefined, now - 91 * day, now)).toBe(true);
  expect(isExportDue(undefined, undefined, now)).toBe(false);
});
