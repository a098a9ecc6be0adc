/** What the list can be sorted by, in the order of its heads. */
export const orders = ['name', 'change', 'weakest', 'last'] as const;

/** How the list is sorted: each has its useful way round, which `reversed` turns. */
export interface PeopleOrder {
  readonly by: (typeof orders)[number];
  readonly reversed: boolean;
}

const firstOrder: PeopleOrder = { by: 'name', reversed: false };

const orderKey = 'people-order';

/** Keeps how the list is sorted, in the page's own `localStorage`. */
export function keepOrder(order: PeopleOrder): void {
  localStorage.setItem(orderKey, JSON.stringify(order));
}

/** How the list was sorted; by name when nothing was chosen. */
export function readOrder(): PeopleOrder {
  try {
    const { by, reversed } = (JSON.parse(localStorage.getItem(orderKey) ?? '{}') ?? {}) as Partial<PeopleOrder>;
    const known = orders.find((order) => order === by);
    return known ? { by: known, reversed: reversed === true } : firstOrder;
  } catch {
    // Nobody but this page writes it: what cannot be read is as if nothing was chosen.
    return firstOrder;
  }
}

/** Forgets it. */
export function dropOrder(): void {
  localStorage.removeItem(orderKey);
}
