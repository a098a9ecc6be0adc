import { createContext } from 'preact';
import { useCallback, useContext, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { Say } from '../words/say';
import { Icon } from '../ui/icon';
import type { Command } from './commands';
import { attempt } from '../platform/attempt';
import { CopyReport } from '../ui/copy-report';
import { errorSentence } from '../words/error-sentence';

/** What is said after something was done. */
export interface Toast {
  readonly text: string;
  /** Takes it back; without it there is nothing to take back. */
  readonly undo?: Command;
  /** The focus goes to what takes it back, for what had it is gone. */
  readonly takesFocus?: boolean;
  /** What may be copied into a report. */
  readonly report?: string;
  /** How long it stays, in milliseconds, where it is not as long as others. */
  readonly staysFor?: number;
}

/** Runs a command and says how it went: `toast` when it was done, the error's sentence when not. Resolves to whether it was done. */
export type Run = (command: Command, toast?: Toast) => Promise<boolean>;

const RunContext = createContext<Run | undefined>(undefined);

/** How to do something on this page. Only inside `Toasts`. */
export function useRun(): Run {
  const run = useContext(RunContext);
  if (!run) throw new Error('There are no toasts around this component.');
  return run;
}

/** How long a toast stays while nobody points at it or has the focus in it, in milliseconds. */
const staysFor = 10_000;

/** One line at the bottom that says what was just done and takes it back; the next one takes its place. */
export function Toasts({ say, children }: { readonly say: Say; readonly children: ComponentChildren }) {
  const [toast, setToast] = useState<Toast>();
  const [held, setHeld] = useState(false);
  const before = useRef<Element | null>(null);

  const run = useCallback<Run>(
    async (command, done) => {
      const outcome = await attempt(command);
      if (!outcome.ok) {
        const { error, details } = outcome;
        setToast({ text: errorSentence(error, say), ...(details !== undefined && { report: details }) });
      } else if (done) {
        before.current = document.activeElement;
        setToast(done);
      } else setToast(undefined);
      return outcome.ok;
    },
    [say],
  );
  useEffect(() => {
    if (!toast || held) return;
    const timer = setTimeout(() => setToast(undefined), toast.staysFor ?? staysFor);
    return () => clearTimeout(timer);
  }, [toast, held]);

  const { undo } = toast ?? {};
  const undoButton = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (toast?.takesFocus) undoButton.current?.focus();
  }, [toast]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // In a field the browser takes back what was typed there.
      const typing = event.target instanceof Element && event.target.matches('input, textarea, select');
      if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || typing) return;
      event.preventDefault();
      undoButton.current?.click();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <RunContext.Provider value={run}>
      {children}
      <div
        class="toasts"
        role="status"
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
        onFocusIn={() => setHeld(true)}
        onFocusOut={() => setHeld(false)}
      >
        {toast && (
          <div class="toast">
            <span>{toast.text}</span>
            {toast.report !== undefined && <CopyReport report={toast.report} say={say} class="button-on-ink" />}
            {undo && (
              <button
                ref={undoButton}
                type="button"
                class="button button-on-ink"
                onClick={() => {
                  setHeld(false);
                  void run(undo).then(() => {
                    if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
                  });
                }}
              >
                <Icon name="undo" />
                {say('tip_card_undo')}
              </button>
            )}
          </div>
        )}
      </div>
    </RunContext.Provider>
  );
}
