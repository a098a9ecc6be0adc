import { useState } from 'preact/hooks';
import type { Surroundings } from '../../words/surroundings';
import { CardIcon } from '../card-icon';
import type { ScorecardData } from '../load-scorecard';
import { loadAddDayForm } from '../load-when-used';
import { useLoaded } from '../use-loaded';

export interface AddDayProps {
  readonly data: ScorecardData;
  readonly around: Surroundings;
}

/** The button that opens the form for a reading that was seen elsewhere. */
export function AddDay({ data, around, large = false }: AddDayProps & { readonly large?: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        class={`button button-secondary ${large ? 'button-large' : ''}`}
        onClick={() => setOpen(true)}
      >
        <CardIcon name="plus" />
        {around.say('day_add')}
      </button>
      {open && <Form data={data} around={around} onClose={() => setOpen(false)} />}
    </>
  );
}

/** The form, once it is here. */
function Form(props: AddDayProps & { readonly onClose: () => void }) {
  const loaded = useLoaded(loadAddDayForm);
  return loaded ? <loaded.AddDayForm {...props} /> : null;
}
