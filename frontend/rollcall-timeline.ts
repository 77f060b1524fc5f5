/**
 * `<rollcall-timeline>`: one person's strip of time, painted on a canvas. The upper, thin lane is
 * the schedule; the lower, thick one is what the person did, judged. Time in adherence is quiet;
 * only what needs a person is saturated.
 *
 * A row of a grid gets one compact string. The window it shows is shared by the whole grid
 * (rollcall-timeline-window.ts), the time comes from the page's clock (rollcall-clock.ts), and the form of
 * the string is told in rollcall-timeline-format.ts.
 */
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { now } from './rollcall-clock';
import { decode, type Judgement, type Piece, type Strip } from './rollcall-timeline-format';
import { lengthText, rangeText, timeText, type Tick } from './rollcall-timeline-hours';
import { hidePopover, popoverOf, showPopover } from './rollcall-timeline-popover';
import {
  currentLegend,
  Place,
  placeOf,
  setLegend,
  word,
  type Drawn,
  type Legend,
  type WindowState,
} from './rollcall-timeline-window';

// ---------------------------------------------------------------- colours

const COLOURS = ['in', 'grace', 'out', 'severe', 'unscheduled', 'unknown', 'line', 'ink', 'surface'] as const;

/** The colours of a place as the browser resolved them, and the hatches made of them. */
class Palette {
  private readonly colours = new Map<string, string>();
  private readonly patterns = new Map<string, CanvasPattern | string>();

  constructor(private readonly probe: HTMLElement) {
    COLOURS.forEach((name) => this.colour(name));
  }

  colour(name: string): string {
    let colour = this.colours.get(name);
    if (colour === undefined) {
      this.probe.style.color = `var(--rollcall-${name}, var(--rollcall-activity-other, gray))`;
      colour = getComputedStyle(this.probe).color;
      this.colours.set(name, colour);
    }
    return colour;
  }

  /** A hatch in one colour; drawn once per colour and density of the screen. */
  pattern(kind: string, colour: string, scale: number): CanvasPattern | string {
    const key = `${kind} ${colour} ${scale}`;
    let pattern = this.patterns.get(key);
    if (pattern === undefined) {
      pattern = makePattern(kind, colour, scale);
      this.patterns.set(key, pattern);
    }
    return pattern;
  }
}

function makePattern(kind: string, colour: string, scale: number): CanvasPattern | string {
  const size = Math.round((kind === 'unknown' ? 8 : kind === 'hatch' ? 6 : 4) * scale);
  const tile = document.createElement('canvas');
  tile.width = tile.height = size;
  const ctx = tile.getContext('2d')!;
  ctx.fillStyle = ctx.strokeStyle = colour;
  const thin = Math.max(1, Math.round(scale));
  switch (kind) {
    case 'hatch':
    case 'unknown':
      ctx.lineWidth = (kind === 'hatch' ? 1.6 : 1.4) * scale;
      ctx.beginPath();
      for (const shift of [-size, 0, size]) {
        // severe rises to the right, unknown falls: they differ even where colour does not
        const [left, right] = kind === 'hatch' ? [size, 0] : [0, size];
        ctx.moveTo(shift - 1, left + (left ? 1 : -1));
        ctx.lineTo(shift + size + 1, right + (right ? 1 : -1));
      }
      ctx.stroke();
      break;
    case 'dots':
      ctx.fillRect(0, 0, 2 * thin, 2 * thin);
      break;
    case 'vertical':
      ctx.fillRect(0, 0, 2 * thin, size);
      break;
    case 'horizontal':
      ctx.fillRect(0, 0, size, 2 * thin);
      break;
    case 'check':
      ctx.fillRect(0, 0, size / 2, size / 2);
      ctx.fillRect(size / 2, size / 2, size / 2, size / 2);
      break;
    case 'bars':
      ctx.fillRect(0, 0, size - thin, size);
      break;
    default:
      return colour;
  }
  return ctx.createPattern(tile, 'repeat') ?? colour;
}

let palettes = new WeakMap<Place, Palette>();

// ---------------------------------------------------------------- painting

interface Lanes {
  scheduleTop: number;
  scheduleHeight: number;
  actualTop: number;
  actualHeight: number;
}

/** Where the lanes lie in a canvas of this height (device pixels). */
function lanesOf(height: number): Lanes {
  const scheduleHeight = Math.round(height * 0.26);
  const gap = Math.max(2, Math.round(height * 0.1));
  const edge = Math.max(1, Math.round(height * 0.04));
  const actualTop = edge + scheduleHeight + gap;
  return { scheduleTop: edge, scheduleHeight, actualTop, actualHeight: height - actualTop - edge };
}

interface Scene {
  ctx: CanvasRenderingContext2D;
  palette: Palette;
  scale: number;
  width: number;
  height: number;
  from: number;
  to: number;
  /** Device pixel of an instant, cut to the window. */
  x: (at: number) => number;
  now: number;
  font?: string;
}

/** Paints a strip. All lengths in device pixels. */
function paint(scene: Scene, strip: Strip, ticks: Tick[]): void {
  const { ctx, width, height } = scene;
  const lanes = lanesOf(height);
  ctx.clearRect(0, 0, width, height);
  paintTicks(scene, ticks);
  for (const piece of strip.schedule) {
    paintPlanned(scene, piece, lanes);
  }
  strip.actual.forEach((piece, index) => {
    if (piece.from < Math.min(scene.now, scene.to) && piece.to > scene.from) {
      paintActual(scene, piece, strip.actual[index - 1], lanes);
    }
  });
  strip.later.forEach((piece) => paintLater(scene, piece, lanes));
  ctx.globalAlpha = 1;
}

/** A bracket over what was told later: neither lane is what is known now. */
function paintLater(scene: Scene, piece: Piece, lanes: Lanes): void {
  const { palette, scale, x } = scene;
  const unit = Math.max(1, Math.round(scale));
  const left = x(piece.from);
  const wide = Math.max(x(piece.to) - left, 3 * unit);
  const top = lanes.actualTop + lanes.actualHeight - 3 * unit;
  fill(scene, palette.colour('surface'), 1, left, top, wide, 3 * unit);
  for (let at = left; at < left + wide; at += 4 * unit) {
    fill(scene, palette.colour('ink'), 1, at, top + unit, Math.min(2 * unit, left + wide - at), 2 * unit);
  }
}

function paintTicks({ ctx, palette, scale, height, x }: Scene, ticks: Tick[]): void {
  const hair = Math.max(1, Math.round(scale));
  for (const { at, kind } of ticks) {
    const left = x(at);
    if (kind === 'shift') {
      // a clock change: a dashed line, unlike any hour
      ctx.fillStyle = palette.colour('ink');
      ctx.globalAlpha = 0.7;
      for (let y = 0; y < height; y += 5 * hair) {
        ctx.fillRect(left, y, 2 * hair, 3 * hair);
      }
    } else {
      ctx.fillStyle = palette.colour(kind === 'day' ? 'ink' : 'line');
      ctx.globalAlpha = kind === 'day' ? 0.45 : 1;
      ctx.fillRect(left, 0, hair, height);
    }
  }
  ctx.globalAlpha = 1;
}

function paintPlanned(scene: Scene, piece: Piece, lanes: Lanes): void {
  const { ctx, palette, scale, x } = scene;
  const left = x(piece.from);
  const right = x(piece.to);
  if (right <= left) {
    return;
  }
  const activity = currentLegend().activities[piece.code];
  const pattern = activity?.pattern ?? 'plain';
  const colour = palette.colour(`activity-${activity?.tone ?? 'other'}`);
  const gap = Math.max(1, Math.round(scale));
  const top = lanes.scheduleTop;
  const high = lanes.scheduleHeight;
  // where there is room for names, the pattern lies under them and not behind them
  const patternHigh = scene.font ? Math.round(high * 0.28) : high;
  const patternTop = top + high - patternHigh;
  const present = x(scene.now);
  // what is still to come is drawn fainter, up to the pixel
  for (const [from, to, alpha] of [
    [left, Math.min(right, present), 1],
    [Math.max(left, present), right, 0.6],
  ]) {
    const wide = to - from - (to === right ? gap : 0);
    if (wide <= 0) {
      continue;
    }
    if (pattern === 'outline') {
      fill(scene, colour, alpha, from, top, wide, gap);
      fill(scene, colour, alpha, from, top + high - gap, wide, gap);
      if (from === left) {
        fill(scene, colour, alpha, from, top, gap, high);
      }
      if (to === right) {
        fill(scene, colour, alpha, from + wide - gap, top, gap, high);
      }
      continue;
    }
    if (scene.font || pattern !== 'plain') {
      fill(scene, colour, alpha * (scene.font ? 0.2 : 0.3), from, top, wide, high);
    }
    ctx.globalAlpha = alpha;
    ctx.fillStyle = pattern === 'plain' ? colour : palette.pattern(pattern, colour, scale);
    ctx.fillRect(from, patternTop, wide, patternHigh);
  }
  if (scene.font && activity) {
    const textHigh = pattern === 'outline' ? high : high - patternHigh;
    write(scene, activity.name, left, right, top, textHigh, piece.from >= scene.now ? 0.75 : 1, true);
  }
}

/** These are no deviations: where they are too short to see they may be. */
const QUIET: ReadonlySet<Judgement> = new Set<Judgement>(['in', 'neutral', 'unscheduled', 'off']);

function paintActual(scene: Scene, piece: Piece, before: Piece | undefined, lanes: Lanes): void {
  const { ctx, palette, scale, x } = scene;
  const left = x(piece.from);
  const end = Math.min(piece.to, scene.now);
  // a deviation shorter than a pixel still shows
  const least = QUIET.has(piece.judgement) ? 0 : Math.round(2 * scale);
  const right = Math.max(x(end), Math.min(left + least, scene.width));
  const wide = right - left;
  if (wide <= 0) {
    return;
  }
  const top = lanes.actualTop;
  const high = lanes.actualHeight;
  const unit = Math.max(1, Math.round(scale));
  const name = piece.judgement;
  let ink = true;
  switch (name) {
    case 'in':
      fill(scene, palette.colour('in'), 0.25, left, top, wide, high);
      break;
    case 'neutral':
      fill(scene, palette.colour('unscheduled'), 0.16, left, top, wide, high);
      break;
    case 'grace':
      fill(scene, palette.colour('grace'), 0.22, left, top, wide, high);
      dottedEdge(scene, palette.colour('grace'), left, top, wide, high);
      break;
    case 'out':
      fill(scene, palette.colour('out'), 1, left, top, wide, high);
      ink = false;
      break;
    case 'severe':
      fill(scene, palette.colour('severe'), 1, left, top, wide, high);
      fill(scene, palette.pattern('hatch', palette.colour('surface'), scale), 0.6, left, top, wide, high);
      break;
    case 'unscheduled': {
      // a grey frame joined to the lane: clocked in a little early or late, it lengthens the shift
      fill(scene, palette.colour('unscheduled'), 0.12, left, top, wide, high);
      for (let at = left; at < right; at += 6 * unit) {
        const dash = Math.min(4 * unit, right - at);
        fill(scene, palette.colour('unscheduled'), 0.8, at, top, dash, unit);
        fill(scene, palette.colour('unscheduled'), 0.8, at, top + high - unit, dash, unit);
      }
      break;
    }
    case 'unknown':
      fill(scene, palette.colour('unknown'), 0.1, left, top, wide, high);
      fill(scene, palette.pattern('unknown', palette.colour('unknown'), scale), 0.75, left, top, wide, high);
      break;
    case 'off':
      fill(scene, palette.colour('line'), 1, left, top + high - unit, wide, unit);
      return;
  }
  const alike = before?.judgement === name && before.to === piece.from;
  if (left > 0 && before?.code !== piece.code && (!alike || (scene.font && wide >= 8 * unit))) {
    // a hair of background tells two presences apart; judged alike, only where there is room: the
    // day of somebody who takes call after call would be all seams
    ctx.clearRect(left, top, unit, high);
  }
  const presence = currentLegend().presences[piece.code];
  if (scene.font && presence && (name === 'in' || name === 'neutral' || name === 'grace' || name === 'out')) {
    write(scene, presence, left, right, top, high, 1, ink);
  }
}

function fill(
  { ctx }: Scene,
  style: string | CanvasPattern,
  alpha: number,
  x: number,
  y: number,
  wide: number,
  high: number,
): void {
  ctx.fillStyle = style;
  ctx.globalAlpha = alpha;
  ctx.fillRect(x, y, wide, high);
}

function dottedEdge({ ctx, scale }: Scene, colour: string, x: number, y: number, wide: number, high: number): void {
  const dot = Math.max(1, Math.round(1.5 * scale));
  ctx.fillStyle = colour;
  ctx.globalAlpha = 1;
  for (let at = x; at < x + wide; at += 2 * dot) {
    const side = Math.min(dot, x + wide - at);
    ctx.fillRect(at, y, side, dot);
    ctx.fillRect(at, y + high - dot, side, dot);
  }
}

/** A name inside its piece, if it fits. */
function write(
  scene: Scene,
  text: string,
  left: number,
  right: number,
  top: number,
  high: number,
  alpha: number,
  ink: boolean,
): void {
  const { ctx, palette, scale } = scene;
  const padding = 5 * scale;
  ctx.font = scene.font!;
  if (ctx.measureText(text).width > right - left - 2 * padding) {
    return;
  }
  ctx.textBaseline = 'middle';
  ctx.globalAlpha = alpha;
  ctx.fillStyle = palette.colour(ink ? 'ink' : 'surface');
  ctx.fillText(text, left + padding, top + high / 2 + 0.5 * scale);
}

// ---------------------------------------------------------------- what the popover says

/** Whether two neighbours are one presence, only judged differently. */
function isSameStretch(one: Piece | undefined, other: Piece): boolean {
  return one?.code === other.code && (one.judgement === 'off') === (other.judgement === 'off');
}

/** The lines of the popover at an instant: what was planned, what was done, how far apart. */
export function describe(strip: Strip, at: number, zone: string, present = now()): string[] {
  const lines: string[] = [];
  const planned = strip.schedule.find((piece) => piece.from <= at && at < piece.to);
  if (planned) {
    const name = currentLegend().activities[planned.code]?.name ?? '';
    lines.push(word('scheduled', rangeText(zone, planned.from, planned.to, present), name));
  } else {
    lines.push(word('nothingScheduled'));
  }
  const index = at <= present ? strip.actual.findIndex((piece) => piece.from <= at && at < piece.to) : -1;
  if (index < 0) {
    return lines;
  }
  const piece = strip.actual[index];
  if (piece.judgement === 'off') {
    return lines;
  }
  // One presence may be judged differently along its way; people think of it as one stretch.
  let first = index;
  let last = index;
  while (isSameStretch(strip.actual[first - 1], piece)) first--;
  while (isSameStretch(strip.actual[last + 1], piece)) last++;
  const stretch = strip.actual.slice(first, last + 1);
  const { from } = stretch[0];
  const { to } = stretch[stretch.length - 1];
  const name = currentLegend().presences[piece.code] ?? word('unknown');
  lines.push(
    to > present
      ? word('actualSince', name, timeText(zone, from))
      : word('actual', name, rangeText(zone, from, to, present)),
  );
  const spent = (...judgements: Judgement[]) =>
    stretch
      .filter((each) => judgements.includes(each.judgement))
      .reduce((sum, each) => sum + Math.max(0, Math.min(each.to, present) - each.from), 0);
  const grace = spent('grace');
  const out = spent('out', 'severe');
  if (out > 0) {
    const key = spent('severe') > 0 ? 'severe' : 'out';
    lines.push(
      grace > 0
        ? word(`${key}AfterGrace`, lengthText(out + grace), lengthText(out), lengthText(grace))
        : word(key, lengthText(out)),
    );
  } else if (grace > 0) {
    lines.push(word('grace', lengthText(grace)));
  }
  if (['unknown', 'neutral', 'unscheduled'].includes(piece.judgement)) {
    lines.push(word(`${piece.judgement}Time`));
  }
  const later = strip.later.find((each) => each.from <= at && at < each.to);
  if (later) {
    lines.push(word('toldLater', rangeText(zone, later.from, later.to, present)));
  }
  return lines;
}

/**
 * The last millisecond of an instant's second. Strips come in whole seconds, cut off: only there is an
 * instant surely in the piece that is drawn at it.
 */
export function endOfSecond(at: number): number {
  return Math.floor(at / 1000) * 1000 + 999;
}

// ---------------------------------------------------------------- element

const sizes = new ResizeObserver((entries) => {
  for (const entry of entries) {
    (entry.target as HTMLElement & { host: RollcallTimeline }).host.resized(entry);
  }
});

/** Strips outside a grid are painted when they come near the screen; a grid keeps only those rows anyway. */
const nearness = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      (target as RollcallTimeline).near = isIntersecting;
    }
  },
  { rootMargin: '200px' },
);

const waiting = new Set<RollcallTimeline>();

/** All strips that need it are painted together, before the next frame. */
function paintSoon(timeline: RollcallTimeline): void {
  if (waiting.size === 0) {
    requestAnimationFrame(() => {
      const due = [...waiting];
      waiting.clear();
      due.forEach((each) => each.paintNow());
    });
  }
  waiting.add(timeline);
}

export class RollcallTimeline extends LitElement implements Drawn {
  static properties = {
    value: {},
    label: {},
    size: { reflect: true },
    window: { attribute: false },
    legend: { attribute: false },
  };

  static styles = css`
    :host {
      display: block;
      position: relative;
      height: var(--rollcall-timeline-height, 28px);
      min-width: 0;
      outline: none;
      /* An invisible border in a theme colour: when it turns, the theme has changed, however that came about. */
      border-block-start: 0 solid var(--rollcall-in);
      transition: border-block-start-color 1ms;
    }
    :host([hidden]) {
      display: none;
    }
    :host(:focus-visible) canvas {
      outline: var(--vaadin-focus-ring-width, 2px) solid var(--vaadin-focus-ring-color, currentColor);
      outline-offset: 2px;
    }
    canvas {
      display: block;
      width: 100%;
      height: 100%;
    }
    .probe {
      display: none;
    }
    :host([size='large']) {
      display: grid;
      grid-template-columns: max-content minmax(0, 1fr);
      grid-template-rows: auto var(--rollcall-timeline-large-height, 92px);
      column-gap: var(--vaadin-gap-s, 8px);
      height: auto;
    }
    :host([size='large']) rollcall-timeline-axis {
      grid-column: 2;
    }
    .lanes {
      display: grid;
      /* as lanesOf() divides the canvas */
      grid-template-rows: 26fr 60fr;
      row-gap: 10%;
      padding-block: 4px;
      align-items: center;
      color: var(--vaadin-text-color-secondary);
      font-size: var(--aura-font-size-s, 0.8125rem);
    }
    .stage {
      position: relative;
    }
    .now {
      position: absolute;
      inset-block: 0;
      width: 2px;
      margin-left: -1px;
      background: var(--rollcall-now);
      pointer-events: none;
    }
  `;

  declare value: string;
  declare label: string;
  declare size: 'large' | undefined;
  /** A window of its own, for strips outside a board. */
  declare window: WindowState | undefined;
  declare legend: Legend | undefined;

  private place?: Place;
  private strip: Strip = { schedule: [], actual: [], later: [] };
  private canvas?: HTMLCanvasElement & { host?: RollcallTimeline };
  private ctx?: CanvasRenderingContext2D;
  private isNear = true;
  private isStale = true;
  private cssWidth = 0;
  private pixelWidth = 0;
  private pixelHeight = 0;
  private cursor?: number;

  constructor() {
    super();
    this.value = '';
    this.label = '';
    this.addEventListener('transitionrun', (event) => {
      if (event.target === this && this.place) {
        palettes.delete(this.place);
        this.redraw();
      }
    });
    this.addEventListener('pointermove', (event) => this.hover(event));
    this.addEventListener('click', (event) => this.point(event));
    this.addEventListener('pointerleave', () => hidePopover(this, 'soon'));
    this.addEventListener('focus', () => this.matches(':focus-visible') && this.showAt(this.cursor ?? this.place?.present ?? now()));
    this.addEventListener('blur', () => {
      this.cursor = undefined;
      hidePopover(this);
    });
    this.addEventListener('keydown', (event) => this.key(event));
  }

  get drawnWidth(): number {
    return this.cssWidth;
  }

  connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('role', 'img');
    if (!this.hasAttribute('tabindex')) {
      this.tabIndex = 0;
    }
    this.settle();
    if (!this.closest('vaadin-grid')) {
      nearness.observe(this);
    }
    if (this.canvas) {
      sizes.observe(this.canvas, { box: 'content-box' });
    }
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.place?.remove(this);
    this.place = undefined;
    nearness.unobserve(this);
    if (this.canvas) {
      sizes.unobserve(this.canvas);
    }
    hidePopover(this);
  }

  /** Finds the place this strip lies in: the grid's, or one of its own. */
  private settle(): void {
    this.place?.remove(this);
    if (this.window) {
      this.place = new Place();
      this.place.set(this.window);
    } else {
      this.place = placeOf(this);
    }
    this.place.add(this);
  }

  protected render() {
    if (this.size !== 'large') {
      return html`<canvas part="canvas"></canvas><i class="probe"></i>`;
    }
    return html`
      <rollcall-timeline-axis .place=${this.place}></rollcall-timeline-axis>
      <div class="lanes" aria-hidden="true">
        <span>${word('laneSchedule')}</span>
        <span>${word('laneActual')}</span>
      </div>
      <div class="stage">
        <canvas part="canvas"></canvas>
        ${this.place ? html`<i class="now" hidden></i>` : nothing}
      </div>
      <i class="probe"></i>
    `;
  }

  protected willUpdate(changed: PropertyValues): void {
    if (changed.has('value')) {
      this.strip = decode(this.value ?? '');
    }
    if (changed.has('legend') && this.legend) {
      setLegend(this.legend);
    }
    if (changed.has('window') && this.isConnected && (this.window || changed.get('window'))) {
      this.settle();
    }
  }

  protected updated(changed: PropertyValues): void {
    if (changed.has('label')) {
      this.setAttribute('aria-label', this.label ?? '');
    }
    const canvas = this.renderRoot.querySelector('canvas') as typeof this.canvas;
    if (canvas && canvas !== this.canvas) {
      this.canvas && sizes.unobserve(this.canvas);
      this.canvas = canvas;
      canvas.host = this;
      this.ctx = canvas.getContext('2d')!;
      sizes.observe(canvas, { box: 'content-box' });
    }
    paintSoon(this);
  }

  set near(near: boolean) {
    this.isNear = near;
    if (near && this.isStale) {
      paintSoon(this);
    }
  }

  redraw(): void {
    this.isStale = true;
    if (this.size === 'large') {
      // its lanes are labelled with words that may have just arrived
      this.requestUpdate();
    }
    if (this.isNear) {
      paintSoon(this);
    }
  }

  resized(entry: ResizeObserverEntry): void {
    const scale = devicePixelRatio || 1;
    const { width, height } = entry.contentRect;
    this.cssWidth = width;
    this.pixelWidth = Math.round(width * scale);
    this.pixelHeight = Math.round(height * scale);
    if (this.canvas && (this.canvas.width !== this.pixelWidth || this.canvas.height !== this.pixelHeight)) {
      this.canvas.width = this.pixelWidth;
      this.canvas.height = this.pixelHeight;
      // The theme may have changed while this was hidden, when nobody could notice.
      if (this.place && palettes.get(this.place)?.colour('in') !== getComputedStyle(this).borderBlockStartColor) {
        palettes.delete(this.place);
      }
      // Before this frame is shown: a resized canvas is empty until it is painted.
      this.paintNow();
    }
  }

  /** Paints at once; called with all others before a frame. */
  paintNow(): void {
    const { ctx, place, pixelWidth: width, pixelHeight: height } = this;
    if (!ctx || !place || width === 0 || height === 0) {
      return;
    }
    this.isStale = false;
    let palette = palettes.get(place);
    if (!palette) {
      palettes.set(place, (palette = new Palette(this.renderRoot.querySelector('.probe')!)));
    }
    const { from, to } = place;
    const perMs = width / (to - from);
    const large = this.size === 'large';
    const scale = devicePixelRatio || 1;
    paint(
      {
        ctx,
        palette,
        scale,
        width,
        height,
        from,
        to,
        now: place.present,
        x: (at) => Math.round((Math.min(Math.max(at, from), to) - from) * perMs),
        font: large ? `${Math.round(12 * scale)}px ${getComputedStyle(this).fontFamily}` : undefined,
      },
      this.strip,
      place.ticks(this.cssWidth),
    );
    if (large) {
      this.moveNowLine((place.present - from) / (to - from));
    }
  }

  private moveNowLine(share: number): void {
    const line = this.renderRoot.querySelector<HTMLElement>('.now');
    if (line) {
      line.hidden = share < 0 || share > 1;
      line.style.left = `${share * 100}%`;
    }
  }

  // -------------------------------------------------------------- pointing and stepping

  private hover(event: PointerEvent): void {
    const box = this.canvas?.getBoundingClientRect();
    if (!box || !this.place || event.pointerType === 'touch') {
      return;
    }
    const { from, to } = this.place;
    const share = (event.clientX - box.left) / box.width;
    if (share < 0 || share > 1 || event.clientY < box.top || event.clientY > box.bottom) {
      hidePopover(this, 'soon');
    } else {
      this.showAt(from + share * (to - from), event.clientX);
    }
  }

  /** The instant under a pointer; none beside the lanes. */
  instantAt(event: MouseEvent): number | undefined {
    const box = this.canvas?.getBoundingClientRect();
    if (!box || !this.place || event.clientX < box.left || event.clientX > box.right) {
      return undefined;
    }
    const { from, to } = this.place;
    return from + ((event.clientX - box.left) / box.width) * (to - from);
  }

  private point(event: MouseEvent): void {
    const at = this.instantAt(event);
    if (at !== undefined) {
      this.tellPoint(at);
    }
  }

  /** Says which instant was chosen; what is asked for needs no popover any more. */
  private tellPoint(at: number): void {
    hidePopover(this);
    this.dispatchEvent(new CustomEvent('timeline-point', { detail: { at: endOfSecond(at) } }));
  }

  /** Shows the popover for an instant; without `clientX`, where that instant is drawn. */
  showAt(at: number, clientX?: number, aloud = false): void {
    const box = this.canvas?.getBoundingClientRect();
    if (!box || !this.place) {
      return;
    }
    const { from, to, zone, present } = this.place;
    const inside = Math.min(Math.max(at, from), to - 1);
    const x = clientX ?? box.left + ((inside - from) / (to - from)) * box.width;
    showPopover(this, describe(this.strip, inside, zone, present), x, box, aloud);
  }

  private key(event: KeyboardEvent): void {
    if (event.key === 'Escape' && popoverOf(this)) {
      hidePopover(this);
      // The first Escape closes the popover, the next one is the grid's.
      event.stopPropagation();
      return;
    }
    if (!this.place || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    if (event.key === 'Enter' && this.cursor !== undefined) {
      this.tellPoint(this.cursor);
      event.preventDefault();
      return;
    }
    const { from, to } = this.place;
    const { schedule, actual } = this.strip;
    // A change of judgement within one presence is told with it: it is no step of its own.
    const stretches = actual.filter((piece, index) => !isSameStretch(actual[index - 1], piece));
    const edges = [...schedule, ...stretches]
      .map((piece) => piece.from)
      .filter((edge) => edge >= from && edge < to)
      .sort((a, b) => a - b);
    const at = this.cursor ?? this.place.present;
    const target = {
      ArrowLeft: () => edges.findLast((edge) => edge < at),
      ArrowRight: () => edges.find((edge) => edge > at),
      Home: () => edges[0],
      End: () => edges.at(-1),
    }[event.key];
    if (target) {
      event.preventDefault();
      event.stopPropagation();
      this.cursor = target() ?? at;
      this.showAt(this.cursor, undefined, true);
    }
  }
}

customElements.define('rollcall-timeline', RollcallTimeline);
