import { isSameName } from '../../core/meaning/whose-file';
import type { PersonProfile } from '../../store/read/people';
import type { TakenIn } from '../../store/write/people';
import type { Looked } from './look-at-file';

/** A line of the files that were chosen: what is in it, and what the member has said of it. */
export type FileLine = Looked & {
  readonly key: number;
  /** Of whom it is asked about: the same one, or somebody new. */
  readonly answer?: 'same' | 'new';
  /** The name of somebody new, as it is typed. */
  readonly name: string;
};

/** A line of which nothing was said yet; a name that the file tells stands there. */
export function fileLine(looked: Looked, key: number): FileLine {
  return { ...looked, key, name: 'given' in looked ? (looked.given.name ?? '') : '' };
}

/** Whose the line is, when that is known: then it can be taken in. Undefined while something is open, and where the file cannot be taken in. */
export function takenIn(line: FileLine, people: readonly Pick<PersonProfile, 'member'>[]): TakenIn | undefined {
  if ('error' in line) return undefined;
  const { given, whose, answer, name } = line;
  if (whose.state === 'known' || (whose.state === 'ask' && answer === 'same')) return { given, person: whose.person };
  if (name.trim() === '' || (whose.state === 'ask' && answer === undefined)) return undefined;
  // Who was typed in by the name of somebody who is here is that one; who was told apart from them is not.
  const namesake = whose.state === 'new' ? people.find(({ member }) => isSameName(member.name, name)) : undefined;
  return namesake ? { given, person: namesake.member.id } : { given, name: name.trim() };
}

/** How many lines wait for an answer. */
export function questionsLeft(lines: readonly FileLine[], people: readonly Pick<PersonProfile, 'member'>[]): number {
  return lines.filter((line) => !('error' in line) && takenIn(line, people) === undefined).length;
}

/** How many files can be taken in. */
export function filesIn(lines: readonly FileLine[]): number {
  return new Set(lines.filter((line) => !('error' in line)).map(({ file }) => file)).size;
}
