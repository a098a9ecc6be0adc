/** A time of day as it is written: `HH:MM:SS`, and its zone where there is one. */
export interface ClockTime {
  readonly clock: string;
  /** It is of UTC, which is nobody's own zone. */
  readonly utc: boolean;
  /** Minutes east of UTC; absent when no zone is written. */
  readonly offset?: number;
}

/** Zones by their letters: UTC and nothing that means different places. */
const utcNames = /^(?:Z|UTC|GMT|UCT)$/i;
const before = String.raw`上午|下午|午前|午後|오전|오후|SA|CH`;
const after = String.raw`[ap]\.?\s?m\.?|[ap]|ص|م|上午|下午|오전|오후`;
const time = new RegExp(
  String.raw`^(?<date>.*?)(?:[T,\s]+|^)(?:(?:at|à|a las|às|om|um|alle|ore|kl\.?|klo|saat|o)\s+)?(?:(?<before>${before})\s*)?` +
    String.raw`(?<hour>\d{1,2})(?<mark>[:h.]|\s?時)(?<minute>\d{2})(?:[:.分](?<second>\d{2})(?:[.,]\d{1,9})?)?(?:\s?(?:分|秒|Uhr|h))?\s*(?<after>(?:${after})(?![\p{L}]))?` +
    String.raw`\s*(?<zone>Z|[([]?(?:UTC|GMT|UCT)?\s?(?:[+-]\d{1,2}(?::?\d{2})?)?[)\]]?)?(?<name>\s*\([^()]*\))?$`,
  'iu',
);

/** Cuts the time and zone off the end of a date; without a time, the whole text is `date`. */
export function readZonedTime(text: string): { readonly date: string; readonly time?: ClockTime } {
  const match = time.exec(text);
  const groups = match?.groups;
  if (!groups) return { date: text };
  const clock = clockOf(groups);
  // "28.11.2026" ends like a time with a dot, and is none.
  const date = (groups['date'] ?? '').replace(/[,\s]+$/, '');
  if (clock === undefined || (groups['mark'] === '.' && !/\d{4}\D*$|\p{L}/u.test(date))) return { date: text };
  const zone = (groups['zone'] ?? '').replace(/[()[\]\s]/g, '');
  if (zone === '') return { date, time: { clock, utc: false } };
  if (utcNames.test(zone)) return { date, time: { clock, utc: true, offset: 0 } };
  const offset = /^(?:UTC|GMT|UCT)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(zone);
  if (!offset) return { date: text };
  const minutes = (Number(offset[2]) * 60 + Number(offset[3] ?? 0)) * (offset[1] === '-' ? -1 : 1);
  return { date, time: { clock, utc: minutes === 0, offset: minutes } };
}

/** A time alone in its cell. */
export function readClock(text: string): string | undefined {
  const { date, time: read } = readZonedTime(text);
  return date === '' ? read?.clock : undefined;
}

function clockOf(groups: Readonly<Record<string, string | undefined>>): string | undefined {
  const half = (groups['before'] ?? groups['after'] ?? '').toLowerCase();
  const hour = Number(groups['hour']);
  const afternoon = /^p|م|下午|午後|오후|^ch$/.test(half);
  const hour24 = half === '' ? hour : hour > 12 ? hour : (hour % 12) + (afternoon ? 12 : 0);
  const [minute, second] = [Number(groups['minute']), Number(groups['second'] ?? 0)];
  if (hour24 > 23 || minute > 59 || second > 59) return undefined;
  const pad = (number: number) => String(number).padStart(2, '0');
  return `${pad(hour24)}:${pad(minute)}:${pad(second)}`;
}
