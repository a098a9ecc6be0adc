import type { ErrorCode } from '../../core/result';
import { errorSentence } from '../../words/error-sentence';
import type { Surroundings } from '../../words/surroundings';
import { Icon } from '../../ui/icon';

/** A file's content and its name, which is shown as text only. */
interface Source {
  readonly name: string;
  readonly content: Blob;
}

/** The files that are being looked at: what is read of them, and what is still to be read. The first of `waiting` is the one at hand. */
export interface Batch {
  readonly read: readonly Source[];
  readonly waiting: readonly Source[];
}

/** Kinds of files whose cells can still be copied out of the program that opens them. */
const pasteHelps: readonly ErrorCode[] = ['import-old-workbook', 'import-other-format', 'import-web-page'];

interface ImportFailureProps {
  readonly error: ErrorCode;
  readonly batch: Batch;
  readonly around: Surroundings;
  readonly onPaste: () => void;
  /** Goes on with what is left of the batch. */
  readonly onGoOn: (batch: Batch) => void;
}

/** A file that could not be read: which, why, what to do. The others of the same choice are not lost by it. */
export function ImportFailure({ error, batch, around, onPaste, onGoOn }: ImportFailureProps) {
  const { say } = around;
  const [failed, ...others] = batch.waiting;
  return (
    <div class="inset notice import-failed">
      {failed && (
        <p class="strong">
          <code dir="auto">{failed.name}</code>
        </p>
      )}
      <p class="with-key">
        <Icon name="warning" />
        {errorSentence(error, say)}
      </p>
      <div class="buttons">
        {others.length + batch.read.length > 0 && (
          <button
            type="button"
            class="button button-secondary"
            onClick={() => onGoOn({ read: batch.read, waiting: others })}
          >
            {say('import_leave_file')}
          </button>
        )}
        {pasteHelps.includes(error) && (
          <button type="button" class="button button-secondary" onClick={onPaste}>
            {say('import_paste')}
          </button>
        )}
      </div>
    </div>
  );
}
