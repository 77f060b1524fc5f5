/** What the planner is told by the server, and how places in it are reckoned. */

/** A column of dates, or the one of hours. */
export interface Column {
  /** The date, ISO. */
  key: string;
  name: string;
  note: string;
  today?: boolean;
  free?: boolean;
  /** What a public holiday is called; empty on other days. */
  holiday: string;
  /** The whole of it in words. */
  say: string;
  /** The groups of which nobody is left; empty: none. */
  gaps: string;
  /** Heads planned and required in each half hour. */
  planned: number[];
  required: number[] | null;
}

export interface Head {
  mode: 'dates' | 'hours';
  people: string;
  columns: Column[];
  /** How many heads the highest bar stands for. */
  most: number;
  /** Of a column of hours: how long it is; it begins at midnight. */
  minutes: number;
  /** When the clocks are changed within it, in minutes since midnight, and by how many minutes. */
  turn?: { at: number; by: number };
  ticks: { at: number; name: string }[];
}

/** Its number in the legend, and minutes since the column begins. */
export type Entry = [activity: number, from: number, to: number];

export interface Cell {
  /** The hours in words. */
  t: string;
  e: Entry[];
  /** 1: drafted. */
  d?: number;
  /** 1: something else was published meanwhile. */
  o?: number;
  /** 1: there is something to know. */
  w?: number;
  /** 1: time off is asked for; 2: it was approved. */
  a?: number;
  /** 1: there is a wish. */
  h?: number;
  /** All of it in words. */
  say: string;
}

export interface Person {
  id: string;
  name: string;
  note: string;
  over?: boolean;
  cells: Cell[];
}

export interface Legend {
  activities: { name: string; tone: string; layer: number }[];
  warn: string;
  draft: string;
  overtaken: string;
}

export interface Spot {
  row: number;
  column: number;
}

/** Something that is dragged. */
export interface Drag {
  from: Spot;
  over?: Spot;
  x: number;
  y: number;
  moved: boolean;
  /** Whether letting go without having moved chooses this cell alone. */
  collapse: boolean;
  /** Where in a column of hours it began. */
  minutes: number;
  /** Minutes a pixel. */
  scale: number;
  entry: number;
  edge: 'start' | 'end' | 'none';
  piece?: Entry;
  by?: number;
  ghost?: { from: number; to: number; text: string };
  /** Where the pointer is now. */
  pointer?: [number, number];
}

/** What there would be to say against what is dragged, were it let go. */
export interface Foreseen {
  /** What it answers. */
  turn: number;
  lines: string[];
}

/**
 * What letting go would do.
 *
 * @returns what is told to the server, with its details; nothing where it would change nothing
 */
export const intent = (drag: Drag, isHours: boolean, copy: boolean): [string, Record<string, unknown>] | undefined => {
  const over = drag.over ?? drag.from;
  if (!isHours) {
    const by = [over.row - drag.from.row, over.column - drag.from.column];
    return by[0] || by[1] ? ['move', { by, copy }] : undefined;
  }
  if (!drag.ghost) {
    return undefined;
  }
  const by = drag.by ?? 0;
  if (drag.entry < 0) {
    return ['create', { from: drag.ghost.from, to: drag.ghost.to }];
  }
  if (drag.edge !== 'none') {
    return [
      'stretch',
      { entry: drag.entry, start: drag.edge === 'start' ? by : 0, end: drag.edge === 'end' ? by : 0 },
    ];
  }
  if (over.row !== drag.from.row) {
    return ['move', { by: [over.row - drag.from.row, 0], copy }];
  }
  return by ? ['shift', { entry: drag.entry, by }] : undefined;
};

/** Every cell of the rectangle between two. */
export const cellsBetween = (one: Spot, other: Spot): string[] => {
  const keys: string[] = [];
  for (let row = Math.min(one.row, other.row); row <= Math.max(one.row, other.row); row++) {
    for (let column = Math.min(one.column, other.column); column <= Math.max(one.column, other.column); column++) {
      keys.push(`${row}:${column}`);
    }
  }
  return keys;
};

const clock = (minutes: number, turn?: Head['turn']): string => {
  const onTheWall = turn && minutes >= turn.at ? minutes + turn.by : minutes;
  const ofDay = ((onTheWall % 1440) + 1440) % 1440;
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`;
};

/**
 * Where what is dragged would lie.
 *
 * @param turn when the clocks are changed that day
 * @param step what it snaps to, in minutes
 */
export const dragged = (
  drag: Drag,
  turn: Head['turn'],
  step: number,
): { from: number; to: number; text: string } => {
  const by = drag.by ?? 0;
  let from: number;
  let to: number;
  if (drag.piece) {
    const [, start, end] = drag.piece;
    from = drag.edge === 'end' ? start : start + by;
    to = drag.edge === 'start' ? end : end + by;
    if (drag.edge === 'start') {
      from = Math.min(from, to - step);
    } else if (drag.edge === 'end') {
      to = Math.max(to, from + step);
    }
  } else {
    const start = Math.round(drag.minutes / step) * step;
    from = Math.min(start, start + by);
    to = Math.max(start + step, start + by);
  }
  return { from, to, text: `${clock(from, turn)}–${clock(to, turn)}` };
};
