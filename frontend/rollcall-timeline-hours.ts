/**
 * Hours, days and clock changes of a zone, and how times and lengths are written. Pure: no clock, no
 * page beyond its language.
 */
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A line across the strips: an hour, a day's edge, or the moment the clocks change. */
export interface Tick {
  at: number;
  kind: 'hour' | 'day' | 'shift';
  /** The hour or the day; empty for a clock change. */
  label: string;
  /** By how much the clocks are set forward (positive) or back (negative), ms. */
  moved?: number;
}

let spoken: string | undefined;

/** The viewer's language, a BCP 47 tag; until it is told, the page's. */
export function setLanguage(tag: string): void {
  spoken = tag;
}

function language(): string {
  return spoken || document.documentElement.lang || navigator.language;
}

/** Whether this browser knows the zone; the server's list may be newer. */
export function isKnownZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

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
  const id = `${language()} ${zone} ${key}`;
  let found = formats.get(id);
  if (!found) {
    found = new Intl.DateTimeFormat(language(), { timeZone: zone, ...options });
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

/** The midnight the local day of an instant began with; where clocks change in between, about that. */
export function startOfDay(zone: string, at: number): number {
  return dayNumber(zone, at) * DAY - offsetAt(zone, at);
}

function dayNumber(zone: string, at: number): number {
  return Math.floor(wall(zone, at) / DAY);
}

/** "12:00–12:30"; the weekday goes with it when it is another day than `present`, or runs past midnight. */
export function rangeText(zone: string, from: number, to: number, present: number): string {
  const first = dayNumber(zone, from);
  const last = dayNumber(zone, to - 1);
  const today = dayNumber(zone, present);
  const start = timeText(zone, from);
  const end = timeText(zone, to);
  if (first !== last) {
    return `${weekdayText(zone, from)} ${start}–${weekdayText(zone, to)} ${end}`;
  }
  return first === today ? `${start}–${end}` : `${weekdayText(zone, from)} ${start}–${end}`;
}

/** "15 min", "1 h 5 min", "6 min 40 sec", "40 sec": seconds only where they matter. */
export function lengthText(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const rounded = seconds < 600 ? seconds : Math.round(seconds / 60) * 60;
  const parts: [number, string][] = [
    [Math.floor(rounded / 3600), 'hour'],
    [Math.floor(rounded / 60) % 60, 'minute'],
    [rounded % 60, 'second'],
  ];
  const said = parts.filter(([value]) => value > 0);
  return (said.length > 0 ? said : parts.slice(2))
    .map(([value, unit]) =>
      new Intl.NumberFormat(language(), { style: 'unit', unit, unitDisplay: 'short' }).format(value),
    )
    .join(' ');
}

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
        ticks.push({ at, kind: 'shift', label: '', moved: offset - before });
      }
      const minuteOfDay = Math.floor(((((at + offset) % DAY) + DAY) % DAY) / MINUTE);
      // Some clocks go back over midnight: only a day that was not there before begins.
      if (Math.floor((at + offset) / DAY) > Math.floor((at - 1 + before) / DAY)) {
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
