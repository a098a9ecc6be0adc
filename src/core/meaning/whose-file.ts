import type { Member } from '../rows/member';
import type { LocalDay } from '../score/local-day';

/** The totals of some days, in points. */
export type DayTotals = ReadonlyMap<LocalDay, number>;

/** A person whose files are here. */
export interface KnownPerson {
  readonly member: Member;
  /** What is known of those days that the file has, too. */
  readonly days: DayTotals;
}

/** What a file says of the one whose days it holds. */
export interface FileOwner {
  /** Who they are in their own exports. */
  readonly origin?: string;
  readonly name?: string;
  readonly days: DayTotals;
}

/** Whose a file is. */
export type Whose =
  | { readonly state: 'known'; readonly person: string }
  /** "Is this Ben or somebody new?" */
  | { readonly state: 'ask'; readonly person: string }
  | { readonly state: 'new' };

/** So many days that say the same are no chance. */
const fewestAgreeing = 3;

/** Two totals of one day that lie no further apart may be one that was rounded to a whole number, in points. */
const rounding = 0.55;

/** How many days two know both, and of how many they say the same total. */
export function daysInCommon(one: DayTotals, other: DayTotals): { readonly both: number; readonly same: number } {
  let [both, same] = [0, 0];
  for (const [day, total] of one) {
    const known = other.get(day);
    if (known === undefined) continue;
    both += 1;
    if (Math.abs(known - total) <= rounding) same += 1;
  }
  return { both, same };
}

/** Whether the days that two know both speak against one person: most of them differ. */
export function daysDiffer({ both, same }: ReturnType<typeof daysInCommon>): boolean {
  return both > 0 && same * 2 < both;
}

/**
 * Whose the file is: known by its own mark, else by its name, unless that speaks of two; else by its days whoever it fits is asked about. Nothing is guessed:
 * who is not certain is asked, and whoever fits nobody is new.
 */
export function whoseFile(file: FileOwner, people: readonly KnownPerson[]): Whose {
  const marked = people.find(({ member }) => file.origin !== undefined && member.given?.origin === file.origin);
  if (marked) return { state: 'known', person: marked.member.id };
  const isOther = ({ member: { given } }: KnownPerson) =>
    file.origin !== undefined && given?.origin !== undefined && given.origin !== file.origin;
  const fitting = people
    .filter((person) => !isOther(person))
    .map((person) => ({ person, ...daysInCommon(file.days, person.days) }))
    .filter(({ both, same }) => same >= fewestAgreeing && same * 2 >= both)
    .sort((one, other) => other.same - one.same)[0]?.person;
  const namesakes = people.filter(({ member }) => isSameName(member.name, file.name));
  const namesake = namesakes.find((one) => one === fitting) ?? namesakes[0];
  if (namesake) {
    const isDoubtful = namesakes.length > 1 || isOther(namesake) || daysDiffer(daysInCommon(file.days, namesake.days));
    return { state: isDoubtful ? 'ask' : 'known', person: namesake.member.id };
  }
  return fitting ? { state: 'ask', person: fitting.member.id } : { state: 'new' };
}

/** Whether two names are the same but for capitals, accents typed in another way, and space. */
export function isSameName(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && plain(one) !== '' && plain(one) === plain(other);
}

function plain(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
