/** The days looked at before and after an action. */
export const effectDays = 14;
