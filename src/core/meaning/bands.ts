import { shown } from './change';

/** What practitioners make of a total. `low`: below 25, fill the profile first. `middle`: 25 to 70. `high`: above 70, a reference in the field. */
export type Band = 'low' | 'middle' | 'high';

/** Below this total the profile comes first, in points. */
const lowBelow = 25;

/** Above this total a member is a reference in their field, in points. */
const highAbove = 70;

/** The band of a total (0 to 100 points), by its shown value. */
export function bandOf(total: number): Band {
  const value = shown(total);
  return value < lowBelow ? 'low' : value > highAbove ? 'high' : 'middle';
}
