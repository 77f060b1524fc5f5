/**
 * How a person's strip of time travels: one short string a row.
 *
 *     value    = base "," schedule "," actual [ "," later ]
 *     base     = epoch seconds where both lanes begin, base 36
 *     schedule = *( gap / code length )
 *     actual   = *( gap / judgement [code] length )
 *     later    = *( gap / "A" length )              what was told later than the moment it is seen at
 *     gap      = "-" length                         nothing here (actual: off, not expected)
 *     code     = 1*( "A" … "Z" )                    the activity's or presence's number, base 26, A = 0
 *     length   = *( "0" … "9" / "a" … "z" )         seconds, base 36; empty in the last piece only:
 *                                                   it goes on and grows with the clock
 *     judgement = "=" in      "~" grace   "!" out    "#" severe
 *                 "_" neutral "+" unscheduled        "?" unknown
 *
 * Each piece begins where the one before it ended, so nothing is written twice: eight hours with ten
 * scheduled and fifteen actual pieces take about 120 characters. Case tells codes from lengths, so no
 * separators are needed, and no character has to be escaped in JSON. Its twin is
 * dev.rollcall.kit.TimelineStrip; a test holds both against the same samples.
 */
export type Judgement = 'in' | 'grace' | 'out' | 'severe' | 'neutral' | 'unscheduled' | 'unknown' | 'off';

/** A piece of a lane. Instants in epoch milliseconds; `to` is infinite while it goes on. */
export interface Piece {
  from: number;
  to: number;
  /** Number of the activity or presence in the legend; -1 when there is none. */
  code: number;
  judgement: Judgement;
}

export interface Strip {
  schedule: Piece[];
  actual: Piece[];
  /** Stretches of which something else is known now than at the moment they are seen at. */
  later: Piece[];
}

const JUDGEMENTS: Record<string, Judgement> = {
  '=': 'in',
  '~': 'grace',
  '!': 'out',
  '#': 'severe',
  _: 'neutral',
  '+': 'unscheduled',
  '?': 'unknown',
  '-': 'off',
};

/** Reads the compact form; what is not understood ends its lane, it never throws. */
export function decode(value: string): Strip {
  const [base = '', schedule = '', actual = '', later = ''] = value.split(',');
  const start = Number.parseInt(base, 36) * 1000;
  return Number.isFinite(start)
    ? {
        schedule: decodeLane(schedule, start, true),
        actual: decodeLane(actual, start, false),
        later: decodeLane(later, start, true),
      }
    : { schedule: [], actual: [], later: [] };
}

function decodeLane(text: string, start: number, planned: boolean): Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  for (const [, mark, code, length] of text.matchAll(/([-=~!#_+?]?)([A-Z]*)([0-9a-z]*)/g)) {
    if (!mark && !code) {
      break;
    }
    const to = length ? at + Number.parseInt(length, 36) * 1000 : Infinity;
    if (mark !== '-' || !planned) {
      const judgement = JUDGEMENTS[mark] ?? 'neutral';
      pieces.push({ from: at, to, code: numberOf(code), judgement });
    }
    at = to;
  }
  return pieces;
}

function numberOf(code: string): number {
  let number = 0;
  for (const letter of code) {
    number = number * 26 + letter.charCodeAt(0) - 65;
  }
  return code ? number : -1;
}
