/**
 * `<rollcall-timeline-axis>`: the hours above a column of timelines. Put into a grid's header it
 * also sets the window of all strips in that grid, and draws the one now-line across its rows.
 *
 * How it stays aligned: the header cell is exactly as wide as the cells below it, and its padding is
 * the same, so the axis measures itself. Everything that can move it (the column's width, the grid's
 * size, sideways scrolling) is observed, nothing is polled.
 */
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import type { RollcallTimeline } from './rollcall-timeline';
import { hidePopover } from './rollcall-timeline-popover';
import { dayText, lengthText, type Tick } from './rollcall-timeline-hours';
import {
  placeOf,
  setLegend,
  word,
  type Drawn,
  type Legend,
  type Place,
  type WindowState,
} from './rollcall-timeline-window';

/** How wide "Wed, Nov 25" gets, in CSS pixels. */
const DAY_LABEL = 84;

type Grid = HTMLElement & { shadowRoot: ShadowRoot };

class RollcallTimelineAxis extends LitElement implements Drawn {
  static properties = {
    window: { attribute: false },
    legend: { attribute: false },
    place: { attribute: false },
    width: { state: true },
    version: { state: true },
  };

  static styles = css`
    :host {
      display: block;
      position: relative;
      height: 32px;
      overflow: hidden;
      font-size: var(--aura-font-size-xs, 0.75rem);
      line-height: 16px;
      font-weight: 400;
      font-variant-numeric: tabular-nums;
      color: var(--vaadin-text-color-secondary);
      user-select: none;
    }
    span {
      position: absolute;
      white-space: nowrap;
    }
    .hour {
      top: 16px;
      padding-left: 3px;
      border-left: 1px solid var(--rollcall-line);
    }
    .day {
      top: 0;
      padding-left: 3px;
      color: var(--vaadin-text-color);
      font-weight: 500;
      overflow: hidden;
      text-overflow: ellipsis;
      box-sizing: border-box;
    }
    .edge {
      top: 0;
      bottom: 0;
      border-left: 1px solid color-mix(in srgb, var(--rollcall-ink) 45%, transparent);
    }
    .shift {
      top: 0;
      color: var(--vaadin-text-color);
      font-weight: 500;
    }
    .shift-line {
      top: 0;
      bottom: 0;
      border-left: 2px dashed color-mix(in srgb, var(--rollcall-ink) 70%, transparent);
    }
  `;

  declare window: WindowState | undefined;
  declare legend: Legend | undefined;
  /** The place to show when it is not the one this element lies in. */
  declare place: Place | undefined;
  declare width: number;
  declare version: number;

  private shown?: Place;
  private grid?: Grid;
  private line?: NowLine;

  private readonly sizes = new ResizeObserver(() => {
    this.width = this.clientWidth;
    this.line?.measure();
  });

  constructor() {
    super();
    this.width = 0;
    this.version = 0;
  }

  get drawnWidth(): number {
    return this.width;
  }

  connectedCallback(): void {
    super.connectedCallback();
    // The hours are decoration here: each strip tells its times in words.
    this.setAttribute('aria-hidden', 'true');
    this.settle();
    this.sizes.observe(this);
    this.grid = (this.closest('vaadin-grid') as Grid | null) ?? undefined;
    if (this.grid && this.shown) {
      this.sizes.observe(this.grid);
      this.line = new NowLine(this, this.grid, this.shown);
    }
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
    this.shown?.remove(this);
    this.line?.remove();
    this.line = undefined;
  }

  private settle(): void {
    this.shown?.remove(this);
    this.shown = this.place ?? placeOf(this);
    this.shown.add(this);
    if (this.window) {
      this.shown.set(this.window);
    }
  }

  redraw(): void {
    this.version++;
    this.line?.move();
  }

  protected willUpdate(changed: PropertyValues): void {
    if (changed.has('legend') && this.legend) {
      setLegend(this.legend);
    }
    if (changed.has('place') && this.isConnected) {
      this.settle();
    }
    if (changed.has('window') && this.window) {
      this.shown?.set(this.window);
    }
  }

  protected render() {
    if (!this.shown || this.width === 0) {
      return nothing;
    }
    const { from, to, zone } = this.shown;
    const x = (at: number) => ((at - from) / (to - from)) * this.width;
    const ticks = this.shown.ticks(this.width);
    const days = ticks.filter((tick) => tick.kind === 'day');
    const shifts = ticks.filter((tick) => tick.kind === 'shift');
    return html`
      ${this.dayLabels(days, from, zone, x)} ${days.map((tick) => html`<span class="edge" style="left:${x(tick.at)}px"></span>`)}
      ${ticks
        .filter((tick) => tick.kind === 'hour' && x(tick.at) < this.width - 34)
        .map((tick) => html`<span class="hour" style="left:${x(tick.at)}px">${tick.label}</span>`)}
      ${shifts.map((tick) => {
        // to the right of the line, or further if the day's name is in the way
        const day = x(days.findLast((each) => each.at <= tick.at)?.at ?? from);
        const left = Math.max(x(tick.at) + 5, Math.max(0, day) + DAY_LABEL);
        return html`<span class="shift-line" style="left:${x(tick.at)}px"></span>
          <span class="shift" style="left:${left}px">${shiftText(tick)}</span>`;
      })}
    `;
  }

  /** Each day is named at its edge; the one already running keeps its name at the left. */
  private dayLabels(days: Tick[], from: number, zone: string, x: (at: number) => number) {
    const starts = days.length > 0 && days[0].at <= from ? [] : [from];
    const labels = [...starts, ...days.map((day) => day.at)];
    return labels.map((at, index) => {
      const left = Math.max(0, x(at));
      const right = index + 1 < labels.length ? x(labels[index + 1]) : this.width;
      return right - left < 44
        ? nothing
        : html`<span class="day" style="left:${left}px;max-width:${right - left - 4}px">${dayText(zone, at)}</span>`;
    });
  }
}

/** "Clocks back 1 h" */
function shiftText({ moved = 0 }: Tick): string {
  return word(moved > 0 ? 'clocksForward' : 'clocksBack', lengthText(Math.abs(moved)));
}

customElements.define('rollcall-timeline-axis', RollcallTimelineAxis);

/**
 * The present, drawn once across all rows: a line in a frame that covers the timeline's column and
 * nothing else, so that it never runs over frozen columns. It lies beside the grid's own content in
 * the grid's shadow root, above the rows and deaf to the pointer.
 */
class NowLine {
  private readonly frame = document.createElement('div');
  private readonly table: HTMLElement | null;
  private readonly onScroll = () => this.measure();
  /** A column that comes or goes may move this one without changing its width. */
  private readonly columns = new MutationObserver(() => requestAnimationFrame(() => this.measure()));

  constructor(
    private readonly axis: HTMLElement,
    private readonly grid: Grid,
    private readonly place: Place,
  ) {
    this.frame.setAttribute('part', 'now-line-frame');
    this.frame.style.cssText =
      'position:absolute;overflow:hidden;pointer-events:none;z-index:1;left:0;top:0;width:0;height:0';
    const line = document.createElement('div');
    line.setAttribute('part', 'now-line');
    line.style.cssText =
      'position:absolute;top:0;bottom:0;width:2px;margin-left:-1px;left:var(--now);background:var(--rollcall-now)';
    this.frame.append(line);
    grid.shadowRoot.append(this.frame);
    this.table = grid.shadowRoot.querySelector('#table');
    this.table?.addEventListener('scroll', this.onScroll, { passive: true });
    grid.addEventListener('column-reorder', this.onScroll);
    grid.addEventListener('column-resize', this.onScroll);
    grid.addEventListener('cell-focus', this.onCellFocus);
    for (const column of grid.querySelectorAll('vaadin-grid-column')) {
      this.columns.observe(column, { attributeFilter: ['hidden'] });
    }
  }

  /** Lays the frame over the part of the column that can be seen. */
  measure(): void {
    const outer = this.grid.getBoundingClientRect();
    const axis = this.axis.getBoundingClientRect();
    const root = this.grid.shadowRoot;
    const header = root.querySelector('#header')?.getBoundingClientRect();
    const right = Math.min(axis.right, outer.left + (this.table?.clientWidth ?? outer.width));
    const left = Math.max(axis.left, frozenEdge(root) ?? axis.left);
    const top = (header?.bottom ?? axis.bottom) - outer.top - this.grid.clientTop;
    this.frame.style.left = `${left - outer.left - this.grid.clientLeft}px`;
    this.frame.style.top = `${top}px`;
    this.frame.style.width = `${Math.max(0, right - left)}px`;
    this.frame.style.height = `${Math.max(0, (this.table?.clientHeight ?? outer.height) - top)}px`;
    this.frame.style.setProperty('--hidden', `${axis.left - left}px`);
    this.move();
  }

  /** Puts the line where the present is. */
  move(): void {
    const { from, to } = this.place;
    const share = (this.place.present - from) / (to - from);
    const width = this.axis.clientWidth;
    this.frame.style.visibility = share < 0 || share > 1 ? 'hidden' : 'visible';
    this.frame.style.setProperty('--now', `calc(var(--hidden, 0px) + ${(share * width).toFixed(1)}px)`);
  }

  remove(): void {
    this.frame.remove();
    this.columns.disconnect();
    this.table?.removeEventListener('scroll', this.onScroll);
    this.grid.removeEventListener('column-reorder', this.onScroll);
    this.grid.removeEventListener('column-resize', this.onScroll);
    this.grid.removeEventListener('cell-focus', this.onCellFocus);
  }

  /** Arrow keys move between the grid's cells; the strip in the focused cell tells about now. */
  private readonly onCellFocus = (event: Event) => {
    const cell = event.composedPath()[0] as HTMLElement & { _content?: HTMLElement };
    const strip = cell._content?.querySelector?.<RollcallTimeline>('rollcall-timeline');
    if (strip && cell.matches(':focus-visible')) {
      strip.showAt(this.place.present);
      cell.addEventListener('blur', () => hidePopover(strip), { once: true });
    }
  };
}

/** The right edge of the last frozen column, where there is one. */
function frozenEdge(root: ShadowRoot): number | undefined {
  return root.querySelector('#header [last-frozen], #header .last-frozen-cell, #header [part~="last-frozen-cell"]')?.getBoundingClientRect()
    .right;
}
