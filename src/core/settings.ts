/** What the member chose. Every field has a default, so stored settings of an older version stay valid. */
export interface Settings {
  readonly reminder: {
    readonly rhythm: 'weekly' | 'weekdays' | 'off';
    /** ISO weekday of the weekly reminder, 1 (Monday) to 7. */
    readonly weekday: number;
    /** Local time of day, `HH:MM`. */
    readonly time: string;
    /** Local times of day between which nothing is shown; may cross midnight. Absent when off. */
    readonly quiet?: { readonly from: string; readonly to: string };
    /** Keep scores out of notifications. */
    readonly hideNumbers: boolean;
  };
  /** Badges on the SSI page. */
  readonly badges: boolean;
  /** Score on the toolbar icon. */
  readonly toolbar: boolean;
  readonly theme: 'system' | 'light' | 'dark';
}

export const defaultSettings: Settings = {
  reminder: { rhythm: 'weekly', weekday: 5, time: '09:00', quiet: { from: '20:00', to: '08:00' }, hideNumbers: false },
  badges: true,
  toolbar: true,
  theme: 'system',
};
