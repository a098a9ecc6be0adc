import type { Field } from './imported-file';
import { pillars } from '../core/score/pillar';

/**
 * Words of headings, lower case and without accents: those of LinkedIn's page in the languages known, and of files people have. A heading
 * is cut into words, so `SSIFindRightPeople`, `find_people` and "Find the right people" all hold `people`.
 */
const words = {
  industry: ['industry', 'ind', 'sector', 'setor', 'branche', 'industrie'],
  network: ['network', 'net', 'red', 'rede', 'netzwerk', 'reseau'],
  rank: [
    'rank',
    'ranking',
    'rang',
    'clasificacion',
    'classificacao',
    'posicao',
    'posicion',
    'platz',
    'top',
    'pct',
    'percent',
  ],
  brand: ['brand', 'marca', 'marke', 'marque'],
  people: ['people', 'personas', 'pessoas', 'personen', 'personnes'],
  insights: ['insights', 'insight', 'informacion', 'erkenntnisse', 'einblicke'],
  relationships: ['relationships', 'relationship', 'rel', 'relaciones', 'relacionamentos', 'beziehungen', 'relations'],
  day: ['date', 'day', 'fecha', 'dia', 'data', 'datum', 'tag', 'jour', 'timestamp', 'datetime'],
  time: ['time', 'hora', 'uhrzeit', 'heure', 'hour'],
  total: [
    'total',
    'overall',
    'gesamt',
    'ssi',
    'social',
    'indice',
    'index',
    'score',
    'puntuacion',
    'pontuacao',
    'punktzahl',
  ],
  average: ['average', 'avg', 'mean', 'medio', 'media', 'mittel', 'durchschnitt', 'moyenne', 'moyen'],
  // Not a score itself, whatever else the heading says.
  other: [
    'goal',
    'target',
    'change',
    'delta',
    'diff',
    'difference',
    'max',
    'week',
    'trend',
    'forecast',
    'team',
    'meta',
    'variacao',
    'variacion',
  ],
} as const;

type Word = keyof typeof words;

function wordsOf(heading: string): ReadonlySet<string> {
  return new Set(
    heading
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .split(/[^\p{L}]+/u),
  );
}

/** What the heading of a column says, `section` being the heading above it if there is one; `undefined` when it is none of ours. */
export function fieldOf(heading: string, section = ''): Field | undefined {
  const own = wordsOf(heading);
  const around = wordsOf(section);
  const says = (word: Word, among = own) => words[word].some((text) => among.has(text));
  if (says('other')) return undefined;
  const pillar = pillars.find((candidate) => says(candidate));
  const group = (['industry', 'network'] as const).find((candidate) => says(candidate) || says(candidate, around));
  if (group !== undefined) {
    if (says('rank')) return { of: 'rank', group };
    if (pillar !== undefined) return { of: 'average-pillar', group, pillar };
    return says('average') || says('total') ? { of: 'average', group } : undefined;
  }
  if (pillar !== undefined) return { of: 'pillar', pillar };
  if (says('rank')) return undefined;
  if (says('time') && !own.has('date')) return { of: 'time' };
  if (says('day')) return { of: 'day' };
  return says('total') ? { of: 'total' } : undefined;
}

/** A column of a table: its index from 0, and what it tells. */
export interface Column {
  readonly index: number;
  readonly field: Field;
}

/** One name for what a field tells, to find a second column of the same. */
function nameOf(field: Field): string {
  return Object.values(field).join(' ');
}

/**
 * The columns that the cells of a heading line name; of two with one meaning the first. `undefined` unless there are a day and either a
 * total or all four pillars.
 */
export function columnsOf(headings: readonly string[]): readonly Column[] | undefined {
  const columns = new Map<string, Column>();
  for (const [index, heading] of headings.entries()) {
    const field = heading.length > 200 ? undefined : fieldOf(heading);
    if (field === undefined) continue;
    const known = columns.get(nameOf(field));
    // "total" says it better than "SSI", wherever it stands.
    if (known === undefined || (field.of === 'total' && /total|overall/i.test(heading))) {
      columns.set(nameOf(field), { index, field });
    }
  }
  const has = (field: Field) => columns.has(nameOf(field));
  const scored = has({ of: 'total' }) || pillars.every((pillar) => has({ of: 'pillar', pillar }));
  return has({ of: 'day' }) && scored ? [...columns.values()] : undefined;
}
