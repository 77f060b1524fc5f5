/**
 * What all timelines of a place share: the stretch of time they show, the zone their hours are
 * written in, and the names behind the numbers in their values. It reaches the page once, so that
 * zooming or panning ten thousand rows is one message.
 *
 * A place is the grid a strip lies in, or else the page.
 */
import { now, onSecond } from './rollcall-clock';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

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
}

/** An activity's name and looks. */
export interface LegendActivity {
  name: string;
  tone: string;
  pattern: string;
}

/** The names behind the numbers in a value, and the words of the popover, in the viewer's language. */
export interface Legend {
  activities: LegendActivity[];
  presences: string[];
  words: Record<string, string>;
}

/** A line across the strips: an hour, a day's edge, or the moment the clocks change. */
export interface Tick {
  at: number;
  label: string;
  kind: 'hour' | 'day' | 'shift';
}

// ---------------------------------------------------------------- legend

let legend: Legend = { activities: [], presences: [], words: {} };

export function currentLegend(): Legend {
  return legend;
}

/** Replaces the page's legend and repaints what uses it. */
export function setLegend(value: Legend): void {
  legend = value;
  everyPlace.forEach((place) => place.changed());
}

/** A word of the popover with its places filled in. */
export function word(key: string, ...values: string[]): string {
  return (legend.words[key] ?? key).replace(/\{(\d)\}/g, (_, index) => values[Number(index)] ?? '');
}

// ---------------------------------------------------------------- zones

const offsets = new Map<string, Map<number, number>>();
const offsetFormats = new Map<string, Intl.DateTimeFormat>();

/**
 * How far the zone's clocks are ahead of UTC at an instant, in ms. Clocks change on quarters of an
 * hour only, so one answer a quarter is kept.
 */
export function offsetAt(zone: string, at: number): number {
  let known = offsets.get(zone);
  if (!known || known.size > 10_000) {
    offsets.set(zone, (known = new Map()));
  }
  const quarter = Math.floor(at / (15 * MINUTE));
  let offset = known.get(quarter);
  if (offset === undefined) {
    let format = offsetFormats.get(zone);
    if (!format) {
      format = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        calendar: 'gregory',
        numberingSystem: 'latn',
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      });
      offsetFormats.set(zone, format);
    }
    const start = quarter * 15 * MINUTE;
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(start)) {
      part[type] = Number(value);
    }
    offset = Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second) - start;
    known.set(quarter, offset);
  }
  return offset;
}

/** The local time as if it were UTC: good for asking which day or hour it is there. */
function wall(zone: string, at: number): number {
  return at + offsetAt(zone, at);
}

/** Whether the clocks show this time twice on this day, because they are set back. */
function isAmbiguous(zone: string, at: number): boolean {
  return [-HOUR, -HOUR / 2, HOUR / 2, HOUR].some((d) => offsetAt(zone, at) - offsetAt(zone, at + d) === d);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string, key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const language = document.documentElement.lang || navigator.language;
  const id = `${language} ${zone} ${key}`;
  let found = formats.get(id);
  if (!found) {
    found = new Intl.DateTimeFormat(language, { timeZone: zone, ...options });
    formats.set(id, found);
  }
  return found;
}

/** "12:30", and "02:30 GMT+1" when the clocks show that time twice. */
export function timeText(zone: string, at: number): string {
  const options: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  return isAmbiguous(zone, at)
    ? format(zone, 'offset', { ...options, timeZoneName: 'shortOffset' }).format(at)
    : format(zone, 'time', options).format(at);
}

/** "Tue 24 Nov" */
export function dayText(zone: string, at: number): string {
  return format(zone, 'day', { weekday: 'short', day: 'numeric', month: 'short' }).format(at);
}

function weekdayText(zone: string, at: number): string {
  return format(zone, 'weekday', { weekday: 'short' }).format(at);
}

function dayNumber(zone: string, at: number): number {
  return Math.floor(wall(zone, at) / DAY);
}

/** "12:00–12:30"; the weekday goes with it when it is not today, or when it runs past midnight. */
export function rangeText(zone: string, from: number, to: number): string {
  const first = dayNumber(zone, from);
  const last = dayNumber(zone, to - 1);
  const today = dayNumber(zone, now());
  const start = timeText(zone, from);
  const end = timeText(zone, to);
  if (first !== last) {
    return `${weekdayText(zone, from)} ${start}–${weekdayText(zone, to)} ${end}`;
  }
  return first === today ? `${start}–${end}` : `${weekdayText(zone, from)} ${start}–${end}`;
}

/** "15 min", "1 h 5 min", "40 s": rounded to what a person would say. */
export function lengthText(milliseconds: number): string {
  const language = document.documentElement.lang || navigator.language;
  const unit = (value: number, name: string) =>
    new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) {
    return unit(seconds, 'second');
  }
  const minutes = Math.round(seconds / 60);
  const h = Math.floor(minutes / 60);
  const m = minutes % 60;
  return h === 0 ? unit(m, 'minute') : m === 0 ? unit(h, 'hour') : `${unit(h, 'hour')} ${unit(m, 'minute')}`;
}

// ---------------------------------------------------------------- ticks

const STEPS = [5, 10, 15, 30, 60, 120, 180, 240, 360, 720, 1440];

/**
 * The lines of a window: hours as close as their labels fit, day edges always, and clock changes
 * always. On a 25-hour day the repeated hour appears twice, on a 23-hour day one is missing; hours
 * are never evenly spread by assumption.
 */
export function ticksOf(from: number, to: number, zone: string, width: number): Tick[] {
  const pixelsPerMinute = width / Math.max(1, (to - from) / MINUTE);
  const step = STEPS.find((minutes) => minutes * pixelsPerMinute >= 58) ?? 1440;
  const stride = Math.min(step, 15) * MINUTE;
  const ticks: Tick[] = [];
  const first = Math.floor(from / stride) * stride;
  let before = offsetAt(zone, first - 1);
  for (let at = first; at <= to; at += stride) {
    const offset = offsetAt(zone, at);
    if (at >= from) {
      if (offset !== before) {
        const moved = lengthText(Math.abs(offset - before));
        ticks.push({ at, label: word(offset > before ? 'clocksForward' : 'clocksBack', moved), kind: 'shift' });
      }
      const minuteOfDay = Math.floor((((at + offset) % DAY) + DAY) % DAY / MINUTE);
      const dayBegins =
        minuteOfDay === 0 || Math.floor((at + offset) / DAY) !== Math.floor((at - 1 + before) / DAY);
      if (dayBegins) {
        ticks.push({ at, label: dayText(zone, at), kind: 'day' });
      } else if (minuteOfDay % step === 0) {
        ticks.push({ at, label: timeText24(minuteOfDay), kind: 'hour' });
      }
    }
    before = offset;
  }
  return ticks;
}

function timeText24(minuteOfDay: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
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
  private state: WindowState = startOfDayWindow();
  private readonly drawn = new Set<Drawn>();
  private stop?: () => void;
  private lastPixel = Number.NaN;
  private tickCache?: { key: string; ticks: Tick[] };

  get zone(): string {
    return this.state.zone;
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
    this.state = state;
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
    const pixel = Math.floor(now() / ((to - from) / (this.width() || 600)));
    if (pixel !== this.lastPixel) {
      this.lastPixel = pixel;
      this.drawn.forEach((each) => each.redraw());
    }
  }
}

function startOfDayWindow(): WindowState {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
  const from = now() - (((wall(zone, now()) % DAY) + DAY) % DAY);
  return { from, to: from + DAY, zone };
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
