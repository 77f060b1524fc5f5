/**
 * `<rollcall-coverage>`: heads planned and heads present, half hour by half hour, drawn to the same
 * scale as the timelines below it: bars for those present, a line for those planned, and the gap
 * between them hatched where too few were there. Pointing at a half hour tells its figures.
 */
import { css, html, LitElement, nothing, svg } from 'lit';
import { rangeText } from './rollcall-timeline-hours';
import { hidePopover, showPopover } from './rollcall-timeline-popover';
import { now } from './rollcall-clock';
import { placeOf, type Drawn, type Place } from './rollcall-timeline-window';

/** What the server says. Instants in epoch milliseconds. */
interface Shown {
  from: number;
  step: number;
  /** Planned and present heads, those unknown, and 1 where too few are there. */
  slots: [planned: number, present: number, unknown: number, short: number][];
  /** Sentences of the popover, with places for heads. */
  begun: string;
  ahead: string;
  unknown: string;
  missing: string;
}

const HEIGHT = 26;
const TOP = 3;

class RollcallCoverage extends LitElement implements Drawn {
  static properties = {
    value: { attribute: false },
    width: { state: true },
    version: { state: true },
  };

  static styles = css`
    :host {
      display: block;
      height: ${HEIGHT}px;
      overflow: hidden;
    }
    svg {
      display: block;
    }
    .present {
      fill: color-mix(in srgb, var(--rollcall-in) 28%, transparent);
    }
    .unknown {
      fill: url(#unknown);
    }
    .short {
      fill: url(#short);
    }
    .planned {
      fill: none;
      stroke: color-mix(in srgb, var(--rollcall-ink) 62%, transparent);
      stroke-width: 1.25;
    }
    .ahead {
      stroke-dasharray: 3 3;
    }
    .hit {
      fill: transparent;
    }
    .hit:hover {
      fill: color-mix(in srgb, var(--rollcall-ink) 8%, transparent);
    }
    .floor {
      stroke: var(--rollcall-line);
    }
    #short rect {
      fill: color-mix(in srgb, var(--rollcall-out) 45%, transparent);
    }
    #short path {
      stroke: var(--rollcall-out);
      stroke-width: 1.5;
    }
    #unknown path {
      stroke: var(--rollcall-unknown);
    }
  `;

  declare value: Shown | undefined;
  declare width: number;
  declare version: number;

  private place?: Place;

  private readonly sizes = new ResizeObserver(() => {
    this.width = this.clientWidth;
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
    this.place = placeOf(this);
    this.place.add(this);
    this.sizes.observe(this);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.place?.remove(this);
    this.sizes.disconnect();
    hidePopover(this);
  }

  redraw(): void {
    this.version++;
  }

  protected render() {
    const { value, place, width } = this;
    if (!value || !place || width === 0) {
      return nothing;
    }
    const { from, to } = place;
    const x = (at: number) => ((at - from) / (to - from)) * width;
    const most = Math.max(1, ...value.slots.map(([planned, present, unknown]) => Math.max(planned, present + unknown)));
    const y = (heads: number) => HEIGHT - (heads / most) * (HEIGHT - TOP);
    const bars = value.slots.map((slot, index) => this.bar(slot, index, x, y));
    return html`<svg width=${width} height=${HEIGHT} aria-hidden="true" @pointerleave=${this.onLeave}>
      <defs>
        <pattern id="short" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5" height="5"></rect>
          <path d="M0 0V5"></path>
        </pattern>
        <pattern id="unknown" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
          <path d="M0 0V4"></path>
        </pattern>
      </defs>
      ${bars}
      <line class="floor" x1="0" x2=${width} y1=${HEIGHT - 0.5} y2=${HEIGHT - 0.5}></line>
      ${this.plannedLines(x, y)}
    </svg>`;
  }

  private bar(
    [planned, present, unknown, short]: Shown['slots'][number],
    index: number,
    x: (at: number) => number,
    y: (heads: number) => number,
  ) {
    const { from, step } = this.value!;
    const start = from + index * step;
    const left = x(start);
    const right = x(start + step);
    // What goes on is drawn as far as it has come.
    const passed = x(Math.min(start + step, Math.max(start, this.present())));
    const rect = (kind: string, low: number, high: number) =>
      high > low && passed > left
        ? svg`<rect class=${kind} x=${left} width=${passed - left} y=${y(high)} height=${y(low) - y(high)}></rect>`
        : nothing;
    return svg`
      ${rect('present', 0, present)}
      ${rect('unknown', present, present + unknown)}
      ${short ? rect('short', present + unknown, planned) : nothing}
      <rect class="hit" x=${left} width=${right - left} y="0" height=${HEIGHT}
        @pointerenter=${(event: PointerEvent) => this.tell(event, index)}></rect>`;
  }

  /** Two staircases: what was planned until now, and what is planned from now on. */
  private plannedLines(x: (at: number) => number, y: (heads: number) => number) {
    const { from, step, slots } = this.value!;
    const stairs = (first: number, last: number) =>
      slots
        .slice(first, last)
        .map(([planned], index) => {
          const left = x(from + (first + index) * step);
          return `${index ? 'L' : 'M'}${left} ${y(planned)}H${x(from + (first + index + 1) * step)}`;
        })
        .join('');
    const begun = Math.max(0, Math.min(slots.length, Math.ceil((this.present() - from) / step)));
    return svg`<path class="planned" d=${stairs(0, begun)}></path>
      <path class="planned ahead" d=${stairs(begun, slots.length)}></path>`;
  }

  private present(): number {
    return this.place?.present ?? now();
  }

  private tell(event: PointerEvent, index: number): void {
    const { value, place } = this;
    if (!value || !place) {
      return;
    }
    const [planned, present, unknown, short] = value.slots[index];
    const start = value.from + index * value.step;
    const fill = (text: string, ...heads: number[]) =>
      heads.reduce((done, count, at) => done.replaceAll(`{${at}}`, count.toLocaleString(document.documentElement.lang || undefined)), text);
    const lines = [
      rangeText(place.zone, start, start + value.step, this.present()),
      start >= this.present() ? fill(value.ahead, planned) : fill(value.begun, planned, present),
    ];
    if (unknown > 0) {
      lines.push(fill(value.unknown, unknown));
    }
    if (short) {
      lines.push(fill(value.missing, Math.max(0, planned - present - unknown)));
    }
    showPopover(this, lines, event.clientX, this.getBoundingClientRect(), false);
  }

  private readonly onLeave = () => hidePopover(this);
}

customElements.define('rollcall-coverage', RollcallCoverage);
