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
export function keepOrder({ by, reversed }: PeopleOrder): void {
  localStorage.setItem(orderKey, reversed ? `${by} reversed` : by);
}

/** How the list was sorted; by name when nothing was chosen. */
export function readOrder(): PeopleOrder {
  const [name, reversed] = (localStorage.getItem(orderKey) ?? '').split(' ');
  const by = orders.find((order) => order === name);
  return by ? { by, reversed: reversed === 'reversed' } : firstOrder;
}

/** Forgets it. */
export function dropOrder(): void {
  localStorage.removeItem(orderKey);
}
