import { groups } from './column-says';
import { readHeading } from './heading';
import type { Field } from './imported-file';
import { pillars } from '../core/score/pillar';

/** What a text in a long table names: a field of the member's, or of a group that `section` tells. */
export function fieldNamed(text: string, section: string): Field | undefined {
  const own = readHeading(text);
  const around = readHeading(section);
  if (own.means.has('not-score') || own.means.has('activity')) return undefined;
  const group =
    groups.find((candidate) => own.means.has(candidate)) ?? groups.find((candidate) => around.means.has(candidate));
  const pillar = pillars.filter((candidate) => own.means.has(candidate));
  const rank = own.means.has('rank') || (around.means.has('rank') && !own.means.has('average'));
  if (pillar.length === 1 && pillar[0] !== undefined)
    return group === undefined
      ? { of: 'pillar', pillar: pillar[0] }
      : { of: 'average-pillar', group, pillar: pillar[0] };
  if (pillar.length > 1) return undefined;
  if (group !== undefined) {
    if (rank && !own.means.has('average')) return { of: 'rank', group };
    return own.means.has('average') || own.means.has('total') || own.means.has('ssi') || own.means.has('score')
      ? { of: 'average', group }
      : undefined;
  }
  if (own.means.has('rank') || own.means.has('average')) return undefined;
  return own.means.has('ssi') || own.means.has('total') || (own.means.has('score') && own.known)
    ? { of: 'total' }
    : undefined;
}
