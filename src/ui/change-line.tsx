import type { ScoreView } from './score-view';
import { Change } from './change';

export interface ChangeLineProps {
  readonly change: NonNullable<ScoreView['change']>;
  /** BCP 47 tag of the numbers. */
  readonly language: string;
  /** How it stands where it is. */
  readonly class: string;
}

/** "▲ +1.8 vs 7 days ago", with a tag where that is normal for the member. */
export function ChangeLine({ change: { points, caption, title, normal }, language, class: own }: ChangeLineProps) {
  return (
    <p class={own} title={title}>
      <Change points={points} language={language} normal={normal !== undefined} /> <span class="quiet">{caption}</span>
      {normal && (
        <span class="tag" title={normal.title}>
          {normal.tag}
        </span>
      )}
    </p>
  );
}
