import { Component, type ComponentChildren } from 'preact';
import type { Failure } from '../core/result';
import { unexpected } from '../platform/attempt';
import type { Say } from '../words/say';
import { FailureText } from './failure-text';
import { sameElement } from './same-element';

export interface BoundaryProps {
  readonly say: Say;
  /** What is drawn here is made from this: when it changes, what could not be drawn is tried again. */
  readonly from?: unknown;
  readonly children: ComponentChildren;
}

interface BoundaryState {
  readonly failure?: Failure | undefined;
}

/** Keeps a mistake in drawing one part from taking the others with it: in that part's place stands what may be done. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = {};

  /** What is drawn from the same is not drawn again: with each part of the page that comes, the page asks all that are there already. */
  override shouldComponentUpdate({ children }: BoundaryProps, { failure }: BoundaryState): boolean {
    const failed = failure ?? this.state.failure;
    return failed !== undefined || !sameElement(children, this.props.children);
  }

  override componentDidCatch(error: unknown): void {
    this.setState({ failure: unexpected(error) });
  }

  override componentDidUpdate({ from }: BoundaryProps): void {
    if (this.state.failure && from !== this.props.from) this.setState({ failure: undefined });
  }

  override render({ say, children }: BoundaryProps, { failure }: BoundaryState) {
    if (!failure) return children;
    return (
      <section class="card failure" role="alert">
        <FailureText failure={failure} say={say} />
        <button type="button" class="button button-secondary" onClick={() => this.setState({ failure: undefined })}>
          {say('popup_try_again')}
        </button>
      </section>
    );
  }
}
