/**
 * `<rollcall-planner>`: people down, dates or hours across. Draws what the server says and tells it
 * what somebody does with the mouse or with keys; what becomes of it the server decides. Only rows
 * in sight are in the page, however many people there are. People come in lots of ten, each a
 * property of its own, so that an edit sends its lot and nothing else.
 */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import {
  cellsBetween,
  dragged,
  intent,
  type Cell,
  type Drag,
  type Foreseen,
  type Head,
  type Legend,
  type Person,
  type Spot,
} from './rollcall-planner-format';
import { drawHeads, drawMarks, drawWants } from './rollcall-planner-marks';
import { EDGE, plannerStyles } from './rollcall-planner-style';

const LOTS = 200;
const OVERSCAN = 8;

/** So long something is held over a place before the server is asked about it, in milliseconds. */
const FORESEEING = 120;

/** Letters the planner understands while a cell has the focus; the server names what they do. */
const KEYS: Record<string, string> = { Delete: 'clear', Backspace: 'clear', Enter: 'open' };

class RollcallPlanner extends LitElement {
  static properties = {
    head: { attribute: false },
    legend: { attribute: false },
    label: { attribute: false },
    foreseen: { attribute: false },
  };

  static styles = plannerStyles;

  head?: Head;
  legend: Legend = { activities: [], warn: '', draft: '', overtaken: '' };
  label = '';
  foreseen?: Foreseen;

  private readonly lots: Person[][] = [];
  private people: Person[] = [];
  private first = 0;
  private last = 0;
  private at: Spot = { row: 0, column: 0 };
  private anchor: Spot = { row: 0, column: 0 };
  private chosen = new Set<string>();
  private entry = -1;
  private drag?: Drag;
  private asked = '';
  private asking = 0;
  private turn = 0;
  private wantsFocus = false;
  private readonly sizes = new ResizeObserver(() => this.look());

  connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('scroll', this.onScroll, { passive: true });
    this.sizes.observe(this);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('scroll', this.onScroll);
    this.sizes.disconnect();
    this.endDrag();
  }

  /** One lot of people. */
  take(lot: number, people: Person[] | null): void {
    this.lots[lot] = people ?? [];
    this.people = this.lots.flat();
    this.look();
    this.requestUpdate();
  }

  lot(lot: number): Person[] {
    return this.lots[lot] ?? [];
  }

  private readonly onScroll = (): void => this.look();

  /** Which rows are in sight. */
  private look(): void {
    const height = this.rowHeight();
    const first = Math.max(0, Math.floor(this.scrollTop / height) - OVERSCAN);
    const last = Math.min(this.people.length, Math.ceil((this.scrollTop + this.clientHeight) / height) + OVERSCAN);
    if (first !== this.first || last !== this.last) {
      this.first = first;
      this.last = last;
      this.requestUpdate();
    }
  }

  private rowHeight(): number {
    return 44;
  }

  private get isHours(): boolean {
    return this.head?.mode === 'hours';
  }

  // ---------------------------------------------------------------- drawing

  protected render(): TemplateResult | typeof nothing {
    const head = this.head;
    if (!head) {
      return nothing;
    }
    const columns = this.isHours
      ? 'minmax(60rem, 1fr)'
      : `repeat(${head.columns.length}, minmax(${head.columns.length > 10 ? '3.5rem' : '7rem'}, 1fr))`;
    const rows: TemplateResult[] = [];
    for (let row = this.first; row < this.last; row++) {
      rows.push(this.drawRow(row));
    }
    return html`
      <div
        class="table"
        role="grid"
        aria-label=${this.label}
        aria-multiselectable="true"
        aria-rowcount=${this.people.length + 1}
        aria-colcount=${head.columns.length + 1}
        style="--columns: ${columns}; --hour: ${6000 / head.minutes}%"
      >
        <div class="head row" role="row" aria-rowindex="1">
          <div class="name" role="columnheader">${head.people}</div>
          ${head.columns.map(
            (column) => html`<div
              class="column ${column.today ? 'today' : ''} ${column.free ? 'free' : ''} ${this.isHours ? 'hours' : ''}"
              role="columnheader"
              aria-label=${column.say}
              title=${column.say}
            >
              <strong>${column.name}</strong> <small>${column.note}</small>
              ${column.holiday ? html`<small class="holiday">${column.holiday}</small>` : nothing}
              ${column.gaps ? html`<small class="gaps">${column.gaps}</small>` : nothing}
              ${this.isHours
                ? html`<div class="ticks">
                    ${head.ticks.map(
                      (tick) => html`<span style="left: ${(100 * tick.at) / head.minutes}%">${tick.name}</span>`,
                    )}
                  </div>`
                : nothing}
              ${drawHeads(column.planned, column.required, head.most)}
            </div>`,
          )}
        </div>
        <div
          class="body"
          role="rowgroup"
          style="height: ${this.people.length * this.rowHeight()}px"
          @keydown=${this.onKey}
          @pointerdown=${this.onDown}
          @dblclick=${this.onDouble}
          @focusin=${this.onFocus}
        >
          ${rows}
        </div>
      </div>
      ${this.drawForeseen()}
    `;
  }

  /** Beside the pointer, on the side that has room. */
  private drawForeseen(): TemplateResult | typeof nothing {
    const [x, y] = this.drag?.pointer ?? [];
    if (x === undefined || y === undefined || this.foreseen?.turn !== this.turn || !this.foreseen.lines.length) {
      return nothing;
    }
    const side = x > window.innerWidth / 2 ? `right: ${window.innerWidth - x + 16}px` : `left: ${x + 16}px`;
    const end = y > window.innerHeight / 2 ? `bottom: ${window.innerHeight - y + 16}px` : `top: ${y + 16}px`;
    return html`<ul class="foreseen" role="status" style="${side}; ${end}">
      ${this.foreseen.lines.map((line) => html`<li>${line}</li>`)}
    </ul>`;
  }

  private drawRow(row: number): TemplateResult {
    const person = this.people[row];
    return html`<div
      class="row"
      role="row"
      aria-rowindex=${row + 2}
      data-row=${row}
      style="top: ${row * this.rowHeight()}px"
    >
      <div class="name ${person.over ? 'over' : ''}" role="rowheader">
        <button tabindex="-1" title=${person.name} @click=${() => this.tell('person', { agent: person.id })}>
          ${person.name}
        </button>
        <small>${person.note}</small>
      </div>
      ${person.cells.map((cell, column) => this.drawCell(cell, row, column))}
    </div>`;
  }

  private drawCell(cell: Cell, row: number, column: number): TemplateResult {
    const isHere = this.at.row === row && this.at.column === column;
    const isTarget = this.drag?.over?.row === row && this.drag.over.column === column && this.drag.moved;
    const free = this.head?.columns[column]?.free;
    return html`<div
      class="cell ${cell.d ? 'draft' : ''} ${cell.a === 2 ? 'off' : ''} ${free ? 'free' : ''} ${this.isHours ? 'hours' : ''} ${isTarget
        ? 'target'
        : ''}"
      role="gridcell"
      tabindex=${isHere ? 0 : -1}
      data-column=${column}
      aria-colindex=${column + 2}
      aria-selected=${this.chosen.has(`${row}:${column}`)}
      aria-label=${cell.say}
      title=${cell.say}
    >
      ${this.isHours ? this.drawBars(cell, row, column) : this.drawShift(cell)}
    </div>`;
  }

  private drawShift(cell: Cell): TemplateResult | typeof nothing {
    if (!cell.t && !cell.d && !cell.w && !cell.a && !cell.h) {
      return nothing;
    }
    return html`<div class="text">${drawMarks(cell)}<span>${cell.t}</span>${drawWants(cell)}</div>
      <div class="strip">
        ${cell.e.map(
          ([activity, from, to]) =>
            html`<i
              style="left: ${(100 * Math.max(0, from)) / 1440}%; width: ${(100 * (Math.min(1440, to) - Math.max(0, from))) /
              1440}%; background: ${this.tone(activity)}"
            ></i>`,
        )}
      </div>`;
  }

  private drawBars(cell: Cell, row: number, column: number): TemplateResult {
    const minutes = this.head?.minutes ?? 1440;
    const ghost = this.drag?.moved && this.drag.over?.row === row ? this.drag.ghost : undefined;
    return html`${cell.e.map(
        ([activity, from, to], index) =>
          html`<span
            class="bar ${this.legend.activities[activity]?.layer ? 'over-work' : ''} ${this.at.row === row &&
            this.at.column === column &&
            this.entry === index
              ? 'chosen'
              : ''}"
            data-entry=${index}
            style="left: ${(100 * from) / minutes}%; width: ${(100 * (to - from)) / minutes}%; --tone: ${this.tone(
              activity,
            )}"
            >${this.legend.activities[activity]?.name}</span
          >`,
      )}${ghost
        ? html`<span
            class="ghost"
            style="left: ${(100 * ghost.from) / minutes}%; width: ${(100 * (ghost.to - ghost.from)) / minutes}%"
            >${ghost.text}</span
          >`
        : nothing}${cell.a || cell.h ? html`<span class="corner">${drawWants(cell)}</span>` : nothing}`;
  }

  private tone(activity: number): string {
    return `var(--rollcall-activity-${this.legend.activities[activity]?.tone ?? 'other'})`;
  }

  protected updated(): void {
    if (this.wantsFocus) {
      this.wantsFocus = false;
      this.cellAt(this.at)?.focus({ preventScroll: true });
    }
  }

  private cellAt(spot: Spot): HTMLElement | null {
    return this.renderRoot.querySelector(`[data-row="${spot.row}"] [data-column="${spot.column}"]`);
  }

  // ---------------------------------------------------------------- choosing

  private readonly onFocus = (event: Event): void => {
    const spot = this.spotOf(event.target as Element);
    if (spot && (spot.row !== this.at.row || spot.column !== this.at.column)) {
      this.at = spot;
      this.entry = -1;
      this.requestUpdate();
    }
  };

  private spotOf(element: Element | null): Spot | undefined {
    const cell = element?.closest<HTMLElement>('.cell');
    const row = cell?.closest<HTMLElement>('[data-row]');
    return cell && row ? { row: Number(row.dataset.row), column: Number(cell.dataset.column) } : undefined;
  }

  private choose(spot: Spot, extend: boolean, add: boolean): void {
    if (extend) {
      this.chosen = new Set(cellsBetween(this.anchor, spot));
    } else if (add) {
      const key = `${spot.row}:${spot.column}`;
      if (!this.chosen.delete(key)) {
        this.chosen.add(key);
      }
      this.chosen = new Set(this.chosen);
      this.anchor = spot;
    } else {
      this.chosen = new Set([`${spot.row}:${spot.column}`]);
      this.anchor = spot;
    }
    this.at = spot;
    this.requestUpdate();
    this.tell('chosen', {});
  }

  /** What is chosen, from left to right and from top to bottom. */
  private days(): [agent: string, day: string][] {
    return [...this.chosen]
      .map((key) => key.split(':').map(Number))
      .sort(([row, column], [other, otherColumn]) => row - other || column - otherColumn)
      .map(([row, column]) => [this.people[row]?.id ?? '', this.head?.columns[column]?.key ?? ''] as [string, string])
      .filter(([agent, day]) => agent && day);
  }

  private tell(kind: string, more: Record<string, unknown>): void {
    this.dispatchEvent(new CustomEvent('act', { detail: { kind, days: this.days(), ...more } }));
  }

  /** Moves or copies what is chosen; the choice goes along. */
  private move([down, right]: [number, number], copy: boolean): void {
    const spots = [...this.chosen].map((key) => key.split(':').map(Number));
    const fits = ([row, column]: number[]): boolean =>
      row + down >= 0 &&
      row + down < this.people.length &&
      column + right >= 0 &&
      column + right < (this.head?.columns.length ?? 0);
    this.tell('move', { by: [down, right], copy });
    if (spots.every(fits)) {
      this.chosen = new Set(spots.map(([row, column]) => `${row + down}:${column + right}`));
      this.at = { row: this.at.row + down, column: this.at.column + right };
      this.anchor = { row: this.anchor.row + down, column: this.anchor.column + right };
      this.show(this.at);
      this.wantsFocus = true;
      this.requestUpdate();
      this.tell('chosen', {});
    }
  }

  private go(row: number, column: number, extend: boolean): void {
    const spot = {
      row: Math.max(0, Math.min(this.people.length - 1, row)),
      column: Math.max(0, Math.min((this.head?.columns.length ?? 1) - 1, column)),
    };
    this.entry = -1;
    this.choose(spot, extend, false);
    this.show(spot);
    this.wantsFocus = true;
  }

  private show(spot: Spot): void {
    const height = this.rowHeight();
    const header = this.renderRoot.querySelector<HTMLElement>('.head')?.offsetHeight ?? 0;
    const top = spot.row * height;
    if (top < this.scrollTop) {
      this.scrollTop = top;
    } else if (top + height + header > this.scrollTop + this.clientHeight) {
      this.scrollTop = top + height + header - this.clientHeight;
    }
    this.look();
    if (!this.isHours) {
      this.cellAt(spot)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  }

  // ---------------------------------------------------------------- keys

  private readonly onKey = (event: KeyboardEvent): void => {
    const { row, column } = this.at;
    const control = event.ctrlKey || event.metaKey;
    if (event.key.startsWith('Arrow')) {
      this.onArrow(event);
      return;
    }
    if (!this.chosen.size) {
      // Whoever comes with Tab means the day the focus is on.
      this.choose(this.at, false, false);
    }
    const deed = this.deedOf(event, control);
    if (deed) {
      event.preventDefault();
      event.stopPropagation();
      deed();
      return;
    }
    if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault();
      const end = event.key === 'End';
      this.go(control ? (end ? Infinity : 0) : row, end ? Infinity : 0, event.shiftKey);
    } else if (event.key === 'PageDown' || event.key === 'PageUp') {
      event.preventDefault();
      const page = Math.max(1, Math.floor(this.clientHeight / this.rowHeight()) - 2);
      this.go(event.key === 'PageDown' ? row + page : row - page, column, event.shiftKey);
    }
  };

  private deedOf(event: KeyboardEvent, control: boolean): (() => void) | undefined {
    const key = event.key.toLowerCase();
    if (control && key === 'c') {
      return () => this.tell('copied', {});
    }
    if (control && key === 'v') {
      return () => this.tell('paste', {});
    }
    if (control && key === 'a') {
      return () => {
        this.anchor = { row: 0, column: 0 };
        this.choose({ row: this.people.length - 1, column: (this.head?.columns.length ?? 1) - 1 }, true, false);
      };
    }
    if (control && (key === 'z' || key === 'y')) {
      return () => this.tell(key === 'y' || event.shiftKey ? 'redo' : 'undo', {});
    }
    if (control || event.altKey) {
      return undefined;
    }
    if (/^[1-9]$/.test(event.key)) {
      return () => this.tell('template', { number: Number(event.key) });
    }
    if (event.key === 'Enter' && event.shiftKey) {
      return () => this.tell('person', { agent: this.people[this.at.row]?.id });
    }
    const kind = KEYS[event.key];
    if (kind === 'clear' && this.entry >= 0) {
      return () => this.tell('remove', { entry: this.entry });
    }
    if (kind) {
      return () => this.tell(kind, {});
    }
    if (event.key === ' ') {
      return () => this.choose(this.at, false, true);
    }
    if (event.key === 'Escape' && (this.entry >= 0 || this.drag)) {
      return () => {
        this.entry = -1;
        this.endDrag();
        this.requestUpdate();
      };
    }
    return undefined;
  }

  private onArrow(event: KeyboardEvent): void {
    event.preventDefault();
    event.stopPropagation();
    const { row, column } = this.at;
    const [down, right] = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
    }[event.key] as [number, number];
    if (!this.isHours || down) {
      if (event.altKey && !this.isHours) {
        this.move([down, right], event.ctrlKey || event.metaKey);
      } else {
        this.go(row + down, column + right, event.shiftKey);
      }
      return;
    }
    const cell = this.people[row]?.cells[column];
    if (!cell) {
      return;
    }
    if (event.altKey) {
      const step = right * 15;
      this.tell(event.shiftKey ? 'stretch' : 'shift', { entry: this.entry, start: 0, end: step, by: step });
    } else {
      this.entry = Math.max(-1, Math.min(cell.e.length - 1, this.entry + right));
      this.choose(this.at, false, false);
    }
  }

  // ---------------------------------------------------------------- the pointer

  private readonly onDouble = (event: Event): void => {
    if (this.spotOf(event.target as Element)) {
      this.tell('open', {});
    }
  };

  private readonly onDown = (event: PointerEvent): void => {
    const target = event.target as HTMLElement;
    const spot = this.spotOf(target);
    if (!spot || event.button !== 0) {
      return;
    }
    const bar = target.closest<HTMLElement>('.bar');
    this.entry = bar ? Number(bar.dataset.entry) : -1;
    const key = `${spot.row}:${spot.column}`;
    const isChosen = this.chosen.has(key);
    if (!(isChosen && !event.shiftKey && !event.ctrlKey && !event.metaKey)) {
      this.choose(spot, event.shiftKey, event.ctrlKey || event.metaKey);
    }
    this.at = spot;
    this.wantsFocus = true;
    this.requestUpdate();
    if (event.pointerType === 'touch' && !bar) {
      return;
    }
    const cell = this.people[spot.row].cells[spot.column];
    const box = this.cellAt(spot)?.getBoundingClientRect();
    if (!box) {
      return;
    }
    const scale = (this.head?.minutes ?? 1440) / box.width;
    this.drag = {
      from: spot,
      over: spot,
      x: event.clientX,
      y: event.clientY,
      moved: false,
      collapse: isChosen && !event.shiftKey && !event.ctrlKey && !event.metaKey,
      minutes: this.isHours ? (event.clientX - box.left) * scale : 0,
      scale,
      entry: this.entry,
      edge: bar && this.isHours ? edgeOf(bar, event.clientX) : 'none',
      piece: this.entry >= 0 ? cell.e[this.entry] : undefined,
    };
    window.addEventListener('pointermove', this.onMove);
    window.addEventListener('pointerup', this.onUp);
    window.addEventListener('pointercancel', this.onCancel);
  };

  private readonly onMove = (event: PointerEvent): void => {
    const drag = this.drag;
    if (!drag) {
      return;
    }
    if (!drag.moved && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < 5) {
      return;
    }
    drag.moved = true;
    const under = this.renderRoot instanceof ShadowRoot ? this.renderRoot.elementFromPoint(event.clientX, event.clientY) : null;
    drag.over = this.spotOf(under) ?? drag.over;
    drag.by = Math.round(((event.clientX - drag.x) * drag.scale) / (event.altKey ? 5 : 15)) * (event.altKey ? 5 : 15);
    if (this.isHours) {
      drag.ghost = dragged(drag, this.head?.turn, event.altKey ? 5 : 15);
    }
    drag.pointer = [event.clientX, event.clientY];
    this.foresee(event.ctrlKey || event.metaKey);
    this.requestUpdate();
  };

  private readonly onUp = (event: PointerEvent): void => {
    const drag = this.drag;
    this.endDrag();
    if (!drag) {
      return;
    }
    if (!drag.moved) {
      if (drag.collapse) {
        this.choose(drag.from, false, false);
      }
      this.requestUpdate();
      return;
    }
    const [kind, details] = intent(drag, this.isHours, event.ctrlKey || event.metaKey) ?? [];
    if (kind === 'move') {
      this.move(details?.by as [number, number], details?.copy === true);
    } else if (kind) {
      this.tell(kind, details ?? {});
    }
    this.requestUpdate();
  };

  /** Asks soon what there would be to say if this were let go; once for each place it is held over. */
  private foresee(copy: boolean): void {
    const would = this.drag && intent(this.drag, this.isHours, copy);
    const asked = would ? JSON.stringify(would) : '';
    if (asked === this.asked) {
      return;
    }
    this.asked = asked;
    this.turn++;
    clearTimeout(this.asking);
    if (would) {
      const [kind, details] = would;
      this.asking = window.setTimeout(() => this.tell('foresee', { would: kind, turn: this.turn, ...details }), FORESEEING);
    }
  }

  private readonly onCancel = (): void => {
    this.endDrag();
    this.requestUpdate();
  };

  private endDrag(): void {
    this.drag = undefined;
    this.asked = '';
    this.turn++;
    clearTimeout(this.asking);
    window.removeEventListener('pointermove', this.onMove);
    window.removeEventListener('pointerup', this.onUp);
    window.removeEventListener('pointercancel', this.onCancel);
  }
}

const edgeOf = (bar: HTMLElement, x: number): 'start' | 'end' | 'none' => {
  const box = bar.getBoundingClientRect();
  if (box.width < 3 * EDGE) {
    return 'none';
  }
  return x - box.left <= EDGE ? 'start' : box.right - x <= EDGE ? 'end' : 'none';
};

for (let lot = 0; lot < LOTS; lot++) {
  Object.defineProperty(RollcallPlanner.prototype, `lot${lot}`, {
    set(this: RollcallPlanner, people: Person[] | null) {
      this.take(lot, people);
    },
    get(this: RollcallPlanner) {
      return this.lot(lot);
    },
  });
}

customElements.define('rollcall-planner', RollcallPlanner);
