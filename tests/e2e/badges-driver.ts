// The badges stand in a closed shadow root that no page can open. The browser's own debugger can: it hands the element over.
import type { CDPSession, Page, Worker } from '@playwright/test';
import { addDays } from '../../src/core/score/local-day';
import { forEachPillar, totalOf } from '../../src/core/score/pillar';
import { unknownMember } from '../../src/core/score/reading';
import type { Snapshot } from '../../src/core/rows/snapshot';
import type { StandInMember } from '../linkedin/captured-members';
import { shownTotalOf } from '../linkedin/ssi-page';

/** The member of the reference pictures: people is the lowest, 0.8 below the industry. */
export const memberOfPictures: StandInMember = {
  scores: { brand: 17.6, people: 11.2, insights: 14.9, relationships: 19.3 },
  rank: { industry: 12, network: 30 },
  average: {
    industry: { total: 46, scores: { brand: 12.4, people: 12, insights: 9.1, relationships: 12.5 } },
    network: { total: 44, scores: { brand: 12.1, people: 11.2, insights: 8.2, relationships: 12.5 } },
  },
};

/** Points gained or lost in the last week, as in the pictures; together 1.8. */
const weekly = { brand: 0.3, people: -0.4, insights: 1.2, relationships: 0.7 };

/** Thirty daily readings before today (UTC) that lead to `member`'s scores as the pictures show it. */
export function historyBefore(member: StandInMember, days = 30): Snapshot[] {
  const today = new Date().toISOString().slice(0, 10);
  return Array.from({ length: days }, (_, index) => {
    const daysAgo = days - index;
    const day = addDays(today, -daysAgo);
    const scores = forEachPillar((pillar) => {
      const wave = daysAgo % 7 === 0 ? 0 : Math.sin(daysAgo * 1.7) * 0.08;
      return Math.round((member.scores[pillar] - (weekly[pillar] * daysAgo) / 7 + wave) * 1000) / 1000;
    });
    return {
      member: unknownMember,
      day,
      readAt: Date.parse(`${day}T09:00:00Z`),
      source: 'bars',
      shownTotal: shownTotalOf(scores),
      total: totalOf(scores),
      scores,
      rank: {},
      average: {},
    };
  });
}

/** Sets a goal for the total, as the scorecard would. */
export async function setGoal(worker: Worker, target: number): Promise<void> {
  await worker.evaluate(
    ({ member, target: wanted }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('ssi-scorecard');
        opening.onerror = () => reject(opening.error ?? new Error('The store did not open.'));
        opening.onsuccess = () => {
          const database = opening.result;
          const transaction = database.transaction('goals', 'readwrite');
          transaction
            .objectStore('goals')
            .put({ id: 'goal', member, of: 'total', target: wanted, from: 56.8, setOn: '2026-01-01' });
          transaction.oncomplete = () => {
            database.close();
            resolve();
          };
          transaction.onerror = () => reject(transaction.error ?? new Error('The goal was not stored.'));
        };
      }),
    { member: unknownMember, target },
  );
}

/** Everything the store holds of what the member did. */
export async function storedActions(worker: Worker): Promise<{ kind: string; tip?: string; pillar: string }[]> {
  return worker.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('ssi-scorecard');
        opening.onerror = () => reject(opening.error ?? new Error('The store did not open.'));
        opening.onsuccess = () => {
          const database = opening.result;
          const all = database.transaction('actions').objectStore('actions').getAll();
          all.onsuccess = () => {
            database.close();
            // Of what was deleted a tombstone stays.
            const live = (all.result as object[]).filter((row) => !('deleted' in row));
            resolve(live as { kind: string; tip?: string; pillar: string }[]);
          };
          all.onerror = () => reject(all.error ?? new Error('The actions were not read.'));
        };
      }),
  );
}

/** A rectangle in CSS pixels of the window. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A badge that is shown. */
export interface ShownBadge {
  readonly name: string;
  readonly text: string;
  readonly box: Rectangle;
}

interface Node {
  readonly nodeId: number;
  readonly backendNodeId: number;
  readonly nodeName: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly Node[];
  readonly shadowRoots?: readonly Node[];
}

/** All nodes below one, those in shadow roots too. */
function nodesBelow(node: Node): readonly Node[] {
  const children = [...(node.shadowRoots ?? []), ...(node.children ?? [])];
  return children.flatMap((child) => [child, ...nodesBelow(child)]);
}

/** The badges of one page, seen through the browser's debugger. */
export class BadgesDriver {
  readonly #page: Page;
  #session: CDPSession | undefined;

  constructor(page: Page) {
    this.#page = page;
  }

  /** What `look` says of the element that all badges are drawn in; undefined when there is none. It runs beside the page's own scripts. */
  async ask<Answer, Argument = null>(
    look: (layer: HTMLElement, argument: Argument) => Answer,
    argument = null as Argument,
  ): Promise<Answer | undefined> {
    const session = (this.#session ??= await this.#page.context().newCDPSession(this.#page));
    const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: Node };
    const html = root.children?.find(({ nodeName }) => nodeName === 'HTML');
    const host = html?.children?.find(({ shadowRoots }) => shadowRoots !== undefined);
    const layer = host && nodesBelow(host).find(({ attributes }) => attributes?.includes('layer'));
    if (!layer) return undefined;
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: layer.backendNodeId });
    if (object.objectId === undefined) return undefined;
    const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId,
      functionDeclaration: `function (argument) { return (${look.toString()})(this, argument); }`,
      arguments: [{ value: argument }],
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as Answer;
  }

  /** The badges that are shown now, in the order of the document; an empty list when there are none. */
  async shown(): Promise<ShownBadge[]> {
    const badges = await this.ask((layer) =>
      [...layer.querySelectorAll<HTMLElement>('[data-badge]')]
        .filter((badge) => getComputedStyle(badge).visibility === 'visible')
        .map((badge) => {
          const { left, top, right, bottom } = badge.getBoundingClientRect();
          return { name: badge.dataset['badge'] ?? '', text: badge.textContent, box: { left, top, right, bottom } };
        }),
    );
    return badges ?? [];
  }

  /** Names of the badges that are shown now. */
  async names(): Promise<string[]> {
    return (await this.shown()).map(({ name }) => name);
  }

  /** The box of the one element that `selector` finds; undefined when there is none. */
  async box(selector: string): Promise<Rectangle | undefined> {
    return this.ask((layer, wanted) => {
      const found = layer.querySelector(wanted);
      if (!found || getComputedStyle(found).visibility !== 'visible') return undefined;
      const { left, top, right, bottom } = found.getBoundingClientRect();
      return { left, top, right, bottom };
    }, selector);
  }

  /** Clicks in the middle of what `selector` finds, with a real pointer. */
  async click(selector: string): Promise<void> {
    await this.ask((layer, wanted) => layer.querySelector(wanted)?.scrollIntoView({ block: 'center' }), selector);
    const box = await this.box(selector);
    if (!box) throw new Error(`There is no ${selector} to click.`);
    await this.#page.mouse.click((box.left + box.right) / 2, (box.top + box.bottom) / 2);
  }
}
