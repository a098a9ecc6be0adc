import { ChangeMark } from './change-mark';
import { formatChange } from '../words/format-number';

export interface ChangeProps {
  /** Points, worked out from the shown values. */
  readonly points: number;
  readonly language: string;
  /** It means nothing to the member. */
  readonly normal?: boolean;
}

/** A change in points, written as `language` writes it. */
export function Change({ points, language, normal = false }: ChangeProps) {
  return <ChangeMark points={points} text={formatChange(points, language)} normal={normal} />;
}
