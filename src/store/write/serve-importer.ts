import { Importer } from './importer';

/** Where an importer and its page talk: a worker's own scope, or a port. */
interface Channel {
  onmessage: ((event: MessageEvent<ImporterCall>) => void) | null;
  postMessage(told: ImporterReply): void;
}

/** One method of an importer, to be called with these values and one more: the listener that is told of progress or rows. */
export interface ImporterCall {
  readonly name: keyof Importer;
  readonly given: readonly unknown[];
}

/** What comes of it: anything to tell on the way, then the answer; or the exception, which is a mistake of ours. */
export type ImporterReply = { readonly told: unknown } | { readonly answer: unknown } | { readonly mistake: Error };

/** Progress is told at most so often, in milliseconds: a page draws it, and has other things to do. */
const progressEvery = 50;

/** Lets an importer be called over `channel`. */
export function serveImporter(channel: Channel): void {
  const importer = new Importer();
  let last = 0;
  const tell = (told: unknown): void => {
    if (typeof told === 'number' && performance.now() - last < progressEvery) return;
    last = performance.now();
    channel.postMessage({ told });
  };
  channel.onmessage = ({ data: { name, given } }) => {
    const method = importer[name] as (...all: readonly unknown[]) => Promise<unknown>;
    method.call(importer, ...given, tell).then(
      (answer) => channel.postMessage({ answer }),
      (mistake: unknown) => channel.postMessage({ mistake: mistake as Error }),
    );
  };
}
