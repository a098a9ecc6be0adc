// npm run --silent read-file -- [--zone Z] [--today YYYY-MM-DD] [--order …] [--column …] [--person …] [--year …] FILE…
// Reads files as the scorecard's import does, and prints what it would take from each as one line of JSON.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Answers, ImportedFile, ImportReading, Question } from '../src/files/imported-file';
import type { Snapshot } from '../src/core/rows/snapshot';
import type { TotalReading } from '../src/core/rows/total-reading';
import { pillars } from '../src/core/score/pillar';
import type { Result } from '../src/core/result';
import { runMain, SetUpProblem } from './set-up-problem.mjs';

interface ReadDay {
  readonly total: number;
  readonly pillars?: readonly number[];
  readonly rank: readonly (number | null)[];
  readonly average: readonly (number | null)[];
}

/** What is printed of a file. */
interface Line {
  readonly file: string;
  readonly state: 'read' | 'ask' | 'refused';
  readonly ask?: Question['kind'];
  readonly choices?: Question['choices'];
  readonly days: Readonly<Record<string, ReadDay>>;
  readonly leftOut: number;
  readonly sentence: string;
}

const messages = JSON.parse(
  readFileSync(join(import.meta.dirname, '../public/_locales/en/messages.json'), 'utf8'),
) as Readonly<Record<string, { readonly message: string } | undefined>>;

/** An English sentence of the extension; its placeholders stand in the order of `parts`. */
function say(key: string, ...parts: readonly string[]): string {
  const left = [...parts];
  return messages[key]?.message.replace(/\$[A-Z_]+\$/g, () => left.shift() ?? '') ?? key;
}

const key = (code: string) => code.replaceAll('-', '_');
const count = (name: string, number: number) => say(`${name}_${number === 1 ? 'one' : 'other'}`, String(number));

function dayOf(row: Snapshot | TotalReading): ReadDay {
  return {
    total: 'shownTotal' in row ? row.shownTotal : row.total,
    ...('scores' in row ? { pillars: pillars.map((pillar) => row.scores[pillar]) } : {}),
    rank: [row.rank.industry ?? null, row.rank.network ?? null],
    average: [row.average.industry?.total ?? null, row.average.network?.total ?? null],
  };
}

function lineOfFile(file: string, { rows, rejected, rejectedCount }: ImportedFile): Line {
  const read = [...rows.snapshots, ...rows.totals].sort((one, other) => (one.day < other.day ? -1 : 1));
  const days = Object.fromEntries(read.map((row) => [row.day, dayOf(row)]));
  const first = rejected[0];
  const sentences = [
    ...(read.length === 0 && rejectedCount > 0 ? [] : [`${count('import_days_new', read.length)}.`]),
    ...(rejectedCount > 0 ? [`${count('import_rejected', rejectedCount)}.`] : []),
    ...(first === undefined
      ? []
      : [`${say('import_rejected_row', String(first.row), say(`import_row_${key(first.reason)}`))}: ${first.text}`]),
  ];
  return {
    file,
    state: read.length === 0 ? 'refused' : 'read',
    days,
    leftOut: rejectedCount,
    sentence: sentences.join(' '),
  };
}

function lineOf(file: string, reading: Result<ImportReading>): Line {
  if (!reading.ok)
    return { file, state: 'refused', days: {}, leftOut: 0, sentence: say(`error_${key(reading.error)}`) };
  if (reading.value.state === 'read') return lineOfFile(file, reading.value.file);
  const { kind, example, choices } = reading.value.question;
  return {
    file,
    state: 'ask',
    ask: kind,
    choices,
    days: {},
    leftOut: 0,
    sentence: say(`import_ask_${key(kind)}`, example),
  };
}

await runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      zone: { type: 'string' },
      today: { type: 'string' },
      order: { type: 'string' },
      column: { type: 'string' },
      person: { type: 'string' },
      year: { type: 'string' },
    },
  });
  if (positionals.length === 0)
    throw new SetUpProblem('Name at least one file.', 'npm run --silent read-file -- FILE…');
  // Browsers have Temporal; Node has it only in newer versions.
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');
  const { readFile } = await import('../src/files/read-file');
  const given: Record<string, string | undefined> = {
    'date-order': values.order,
    column: values.column,
    person: values.person,
    year: values.year,
  };
  const answers: Answers = Object.fromEntries(Object.entries(given).filter(([, answer]) => answer !== undefined));
  const options = {
    member: 'unknown',
    timeZone: values.zone ?? Temporal.Now.timeZoneId(),
    today: values.today ?? Temporal.Now.plainDateISO(values.zone).toString(),
    answers,
  };
  for (const file of positionals) {
    const blob = new Blob([readFileSync(file)]);
    console.log(JSON.stringify(lineOf(file, await readFile(blob, options, () => undefined))));
  }
});
