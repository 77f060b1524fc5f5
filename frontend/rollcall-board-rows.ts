/**
 * The rows a board has been sent, and how a message changes them. Pure, so that a test can hold it
 * against its twin, dev.rollcall.adherence.ui.board.Stage, which says what is in a message.
 */

/** What a row says. The numbers are those of dev.rollcall.adherence.ui.picture.RowText. */
export const TEXTS = [
  'name',
  'team',
  'badge',
  'severity',
  'status',
  'since',
  'shouldBe',
  'shouldBeWhen',
  'is',
  'isSince',
  'quiet',
  'quietWhy',
  'impact',
  'impactWhy',
  'score',
  'figures',
  'bar',
  'share',
  'target',
  'raw',
  'tolerated',
  'shift',
  'deviations',
  'sentence',
  'strip',
] as const;

type Text = (typeof TEXTS)[number];

export type Row = Record<Text, string> & { id: number };

export interface Message {
  v: number;
  n?: number;
  from?: number;
  rows?: (number | string)[][];
  d?: (number | string)[][];
}

/** The rows around those on screen, by their places. */
export class Rows {
  /** How many there are in all, known here or not. */
  size = 0;
  /** The number of the last message taken in. */
  version = 0;
  private from = 0;
  private known: Row[] = [];

  /** The row at a place; undefined while it is on its way. */
  at(place: number): Row | undefined {
    return this.known[place - this.from];
  }

  /** Whether all rows from one place to another are here, as far as there are any. */
  has(first: number, last: number): boolean {
    return first >= this.from && Math.min(last, this.size - 1) < this.from + this.known.length;
  }

  /**
   * Takes in a message.
   *
   * @return false when one before it is missing: then nothing is taken in
   */
  take(message: Message): boolean {
    const whole = message.rows?.every(([, second]) => typeof second === 'string') ?? false;
    if (message.v !== this.version + 1 && !whole) {
      return false;
    }
    this.version = message.v;
    this.size = message.n ?? this.size;
    if (message.rows) {
      this.move(message.from ?? 0, message.rows);
    }
    for (const [place, ...changes] of message.d ?? []) {
      this.change(place as number, changes);
    }
    return true;
  }

  private move(from: number, rows: (number | string)[][]): void {
    const before = this.known;
    const shift = this.from;
    this.known = rows.flatMap((row) =>
      typeof row[1] === 'string'
        ? [made(row)]
        : before.slice((row[0] as number) - shift, (row[0] as number) - shift + (row[1] as number)),
    );
    this.from = from;
  }

  private change(place: number, changes: (number | string)[]): void {
    const row = this.at(place);
    if (!row) {
      return;
    }
    const changed = { ...row };
    for (let i = 0; i < changes.length; i += 3) {
      const [text, kept, rest] = changes.slice(i, i + 3) as [number, number, string];
      const key = TEXTS[text];
      changed[key] = changed[key].slice(0, kept) + rest;
    }
    this.known[place - this.from] = changed;
  }
}

function made([id, ...texts]: (number | string)[]): Row {
  const row = { id } as Row;
  TEXTS.forEach((key, i) => (row[key] = texts[i] as string));
  return row;
}
