/** Which columns of a board there is room for. Pure, so that a test can ask it without a browser. */
import type { Layout } from './rollcall-records';

export type { Layout };

/** What of a board's look decides on its columns. */
export interface Shown {
  /** A day that is over: nobody should be anywhere any more. */
  past: boolean;
  /** Timelines in words, with all three figures, instead of drawn. */
  table: boolean;
}

/** Whether a column is shown, by its key. */
export function fits(key: string, layout: Layout, { past, table }: Shown): boolean {
  switch (key) {
    case 'person-and-status':
      return layout === 'narrow';
    case 'shouldBe':
    case 'is':
    case 'impact':
      return layout === 'wide' && !past;
    case 'shift':
      return layout === 'wide' && past;
    case 'others':
      return table && layout !== 'narrow';
    case 'inWords':
      return table;
    case 'timeline':
      return !table;
    default:
      return layout !== 'narrow';
  }
}
