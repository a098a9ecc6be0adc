import { pillars } from '../core/score/pillar';
import { PillarKey } from '../ui/pillar-key';
import { pillarName } from '../words/pillar-name';
import type { Say } from '../words/say';

/** The heads of four columns of a table, one for each pillar. */
export function PillarHeads({ say }: { readonly say: Say }) {
  return (
    <>
      {pillars.map((pillar) => (
        <th key={pillar} scope="col">
          <span class="with-key">
            <PillarKey pillar={pillar} />
            {pillarName(pillar, say)}
          </span>
        </th>
      ))}
    </>
  );
}
