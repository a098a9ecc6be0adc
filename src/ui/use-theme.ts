import { useLayoutEffect } from 'preact/hooks';
import type { Settings } from '../core/settings';

/** Light, dark, or as the system has it. */
export function useTheme(theme: Settings['theme']): void {
  // Before the paint, or the other theme would flash.
  useLayoutEffect(() => {
    if (theme !== 'system') document.documentElement.dataset['theme'] = theme;
    else delete document.documentElement.dataset['theme'];
  }, [theme]);
}
