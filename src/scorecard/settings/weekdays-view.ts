import { formatWeekdayName } from '../../words/format-day';

/** A day of the week: ISO number, Monday is 1, and its name in full. */
export interface WeekdayView {
  readonly weekday: number;
  readonly name: string;
}

/** The days of the week in the language's own order (its first day first, as CLDR says; Monday where the browser does not know). */
export function weekdaysView(language: string): readonly WeekdayView[] {
  const first = firstWeekday(language);
  return Array.from({ length: 7 }, (_, index) => {
    const weekday = ((first - 1 + index) % 7) + 1;
    // 1 January 2024 was a Monday.
    return { weekday, name: formatWeekdayName(`2024-01-0${weekday}`, language) };
  });
}

interface WithWeekInfo {
  getWeekInfo?: () => { readonly firstDay: number };
  readonly weekInfo?: { readonly firstDay: number };
}

function firstWeekday(language: string): number {
  // TypeScript does not know it yet; a browser has the method or, before it was renamed, the property.
  const locale = new Intl.Locale(language).maximize() as WithWeekInfo;
  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1;
}
