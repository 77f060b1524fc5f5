/**
 * What all timelines of a place share: the stretch of time they show, the zone their hours are
 * written in, and the names behind the numbers in their values. It reaches the page once, so that
 * zooming or panning ten thousand rows is one message.
 *
 * A place is the grid a strip lies in, or else the page.
 */
import { now, onSecond } from './rollcall-clock';
import { isKnownZone, setLanguage, startOfDay, ticksOf, type Tick } from './rollcall-timeline-hours';

/** What the server says about a window. Instants in epoch milliseconds. */
export interface WindowState {
  from: number;
  to: number;
  /** An IANA name; hours are those of this zone. */
  zone: string;
  /**
   * Absent: the window stands. Otherwise it moves with the clock, and this share of it (0 to 1)
   * lies in the past.
   */
  past?: number;
  /** The instant everything is seen at as if it were now; missing: the clock says what is now. */
  present?: number;
}

/** An activity's name and looks. */
export interface LegendActivity {
  name: string;
  tone: string;
  pattern: string;
}

/** The names behind the numbers in a value, and the words of the popover, in the viewer's language. */
export interface Legend {
  /** A BCP 47 tag. */
  language: string;
  activities: LegendActivity[];
  presences: string[];
  words: Record<string, string>;
}

// ---------------------------------------------------------------- legend

let legend: Legend = { language: '', activities: [], presences: [], words: {} };

export function currentLegend(): Legend {
  return legend;
}

/** Replaces the page's legend and repaints what uses it. */
export function setLegend(value: Legend): void {
  legend = value;
  setLanguage(value.language);
  everyPlace.forEach((place) => place.changed());
}

/** A word of the popover with its places filled in. */
export function word(key: string, ...values: string[]): string {
  return (legend.words[key] ?? key).replace(/\{(\d)\}/g, (_, index) => values[Number(index)] ?? '');
}

// ---------------------------------------------------------------- places

/** Something that draws a window: a strip or an axis. */
export interface Drawn {
  /** The window, the clock or the legend moved: draw again if it shows. */
  redraw(): void;
  /** Width in CSS pixels, 0 while unknown. */
  readonly drawnWidth: number;
}

const everyPlace = new Set<Place>();

export class Place {
  private state: WindowState = today();
  private readonly drawn = new Set<Drawn>();
  private stop?: () => void;
  private lastPixel = Number.NaN;
  private tickCache?: { key: string; ticks: Tick[] };

  get zone(): string {
    return this.state.zone;
  }

  /** What is now for whoever looks. */
  get present(): number {
    return this.state.present ?? now();
  }

  /** The first instant shown. */
  get from(): number {
    const { from, to, past } = this.state;
    if (past === undefined) {
      return from;
    }
    // In whole pixels, so that a moving window is redrawn only when the picture changes.
    const width = this.width() || 600;
    const pixel = (to - from) / width;
    return Math.floor((now() - (to - from) * past) / pixel) * pixel;
  }

  get to(): number {
    return this.from + (this.state.to - this.state.from);
  }

  set(state: WindowState): void {
    this.state = { ...state, zone: isKnownZone(state.zone) ? state.zone : 'UTC' };
    this.changed();
  }

  add(drawn: Drawn): void {
    this.drawn.add(drawn);
    everyPlace.add(this);
    this.stop ??= onSecond(() => this.tick());
  }

  remove(drawn: Drawn): void {
    this.drawn.delete(drawn);
    if (this.drawn.size === 0) {
      this.stop?.();
      this.stop = undefined;
      everyPlace.delete(this);
    }
  }

  ticks(width: number): Tick[] {
    const key = `${this.from} ${this.to} ${this.zone} ${width}`;
    if (this.tickCache?.key !== key) {
      this.tickCache = { key, ticks: ticksOf(this.from, this.to, this.zone, width) };
    }
    return this.tickCache.ticks;
  }

  /** Everything in this place has to be drawn again. */
  changed(): void {
    this.lastPixel = Number.NaN;
    this.tickCache = undefined;
    this.tick();
  }

  private width(): number {
    for (const each of this.drawn) {
      if (each.drawnWidth > 0) {
        return each.drawnWidth;
      }
    }
    return 0;
  }

  /** Redraws when the present has moved on by a pixel; most seconds nothing happens. */
  private tick(): void {
    const { from, to } = this.state;
    const pixel = Math.floor(this.present / ((to - from) / (this.width() || 600)));
    if (pixel !== this.lastPixel) {
      this.lastPixel = pixel;
      this.drawn.forEach((each) => each.redraw());
    }
  }
}

/** Today in the browser's zone, until the server has said more. */
function today(): WindowState {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
  const from = startOfDay(zone, now());
  return { from, to: from + 24 * 60 * 60_000, zone };
}

const places = new WeakMap<Element, Place>();

/** The place an element lies in: its grid, or the page. */
export function placeOf(element: Element): Place {
  const host = element.closest('vaadin-grid, [timeline-place]') ?? document.documentElement;
  let place = places.get(host);
  if (!place) {
    places.set(host, (place = new Place()));
  }
  return place;
}
