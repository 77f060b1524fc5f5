/** Which columns of a board there is room for. Pure, so that a test can ask it without a browser. */
import type { Layout } from './rollcall-records';

export type { Layout };

/** What of a board's look decides on its columns. */
export interface Shown {
  /** A day that is over: nobody should be anywhere any more. */
  past: boolean;
  /** Timelines in words, with all three figures, instead of drawn. */
  table: boolean;
  /** What can be done about people; left out: nothing. */
  acts?: readonly unknown[];
}

/** Whether a column is shown, by its key. */
export function fits(key: string, layout: Layout, { past, table, acts = [] }: Shown): boolean {
  switch (key) {
    case 'choose':
      // Elsewhere a row is opened first.
      return acts.length > 0 && layout === 'wide';
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
