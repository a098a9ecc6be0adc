/** How much time a member can give a week, in minutes. */
export const planMinutes = [10, 30, 60] as const;
export type PlanMinutes = (typeof planMinutes)[number];
