import { ChangeMark } from './change-mark';
import { formatChange } from '../words/format-number';

export interface ChangeProps {
  /** Points, worked out from the shown values. */
  readonly points: number;
  readonly language: string;
}

/** A change in points, written as `language` writes it. */
export function Change({ points, language }: ChangeProps) {
  return <ChangeMark points={points} text={formatChange(points, language)} />;
}
