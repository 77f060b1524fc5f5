/**
 * `<rollcall-board>`: the rows of a board. The grid in it is a window that scrolls: each of its rows
 * knows only its place, and what stands there is looked up in what the server has sent. The board
 * tells the server which places are on screen, when somebody is about to use a row (the order then
 * stands still), and which row is opened.
 */
import '@vaadin/grid/vaadin-grid.js';
import '@vaadin/grid/vaadin-grid-column.js';
import { Cells, lay, type Column, type Look } from './rollcall-board-columns';
import { Rows, type Message } from './rollcall-board-rows';
import { GridPanel, type Context, type Grid, type Layout } from './rollcall-records';
import { endOfSecond, RollcallTimeline } from './rollcall-timeline';

type Place = { index: number };

type RowGrid = Grid & {
  size: number;
  pageSize: number;
  accessibleName: string;
  dataProvider: (
    page: { page: number; pageSize: number },
    callback: (items: Place[], size: number) => void,
  ) => void;
  cellPartNameGenerator: (column: unknown, model: Place) => string;
  updateComplete: Promise<unknown>;
  recalculateColumnWidths(): void;
  clearCache(): void;
  generateCellPartNames(): void;
};

/** While somebody scrolls, the server hears of it this often, in milliseconds. */
const ASKING = 100;

class RollcallBoard extends GridPanel {
  private readonly rows = new Rows();
  private readonly table = document.createElement('vaadin-grid') as unknown as RowGrid;
  private readonly cells = new Cells((place) => this.rows.at(place), {
    look: () => this.told,
    isChosen: (id) => this.picked.has(id),
    choose: (id, chosen) => this.choose(id, chosen),
    act: (id, code) => this.tell('board-act', { id, code }),
  });
  private picked = new Set<number>();
  private made: Column[] = [];
  private told?: Look;
  private ready = false;
  private marked = 0;
  private wasMarked = 0;
  private first = -1;
  private last = -1;
  private asked = 0;
  private asking = 0;
  private pointed = false;
  private focused = false;
  private held = false;

  connectedCallback(): void {
    super.connectedCallback();
    this.build();
    this.addEventListener('pointerover', this.onPointer);
    this.addEventListener('pointerleave', this.onLeave);
    this.addEventListener('focusin', this.onFocus);
    this.addEventListener('focusout', this.onFocus);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.held = this.pointed = this.focused = false;
    this.removeEventListener('pointerover', this.onPointer);
    this.removeEventListener('pointerleave', this.onLeave);
    this.removeEventListener('focusin', this.onFocus);
    this.removeEventListener('focusout', this.onFocus);
  }

  private build(): void {
    const hours = this.querySelector<HTMLElement>('.board-hours');
    if (this.made.length > 0 || !hours) {
      // The hours come with the first look.
      return;
    }
    const { table } = this;
    table.classList.add('board-grid');
    table.setAttribute('theme', 'no-border');
    table.pageSize = 50;
    // All widths are given; the grid would have the page laid out to find that there is nothing to measure.
    table.recalculateColumnWidths = () => undefined;
    table.size = 0;
    table.dataProvider = ({ page, pageSize }, callback) => {
      const from = page * pageSize;
      const length = Math.max(0, Math.min(pageSize, this.rows.size - from));
      callback(
        Array.from({ length }, (_, i) => ({ index: from + i })),
        this.rows.size,
      );
    };
    table.cellPartNameGenerator = (_, { index }) =>
      this.marked && this.rows.at(index)?.id === this.marked ? 'opened' : '';
    this.made = this.cells.columns(hours);
    table.append(...this.made);
    this.prepend(table);
    // The first rows come unasked; what is on screen is known when they are drawn.
    this.asked = performance.now();
    void table.updateComplete.then(() => {
      table.shadowRoot.querySelector('#table')?.addEventListener('scroll', () => this.ask(), { passive: true });
      new ResizeObserver(() => (this.ready ? this.ask() : this.begin())).observe(table);
    });
    // What was sent is lost when the page was built anew.
    setTimeout(() => this.rows.version === 0 && this.askNow(), 200);
  }

  /** There is room for rows for the first time: they are painted together with the page around them. */
  private begin(): void {
    if (this.table.clientHeight > 0) {
      // Rows that are made before their columns are made twice.
      this.fitNow();
      this.ready = true;
      this.draw(true);
    }
  }

  /** How rows are told; set by the server. */
  set look(look: Look) {
    this.told = look;
    this.build();
    const { table } = this;
    table.accessibleName = look.label;
    table.classList.toggle('dense', look.dense);
    table.setAttribute('theme', look.dense ? 'no-border compact' : 'no-border');
    if (this.layout) {
      this.lay(this.layout);
    }
    this.cells.refreshDeeds();
  }

  /** The ids of those who are chosen; set by the server. */
  set chosen(ids: number[]) {
    this.picked = new Set(ids);
    this.cells.refreshDeeds();
  }

  private choose(id: number, chosen: boolean): void {
    if (chosen) {
      this.picked.add(id);
    } else {
      this.picked.delete(id);
    }
    this.tell('board-choose', { id, chosen });
  }

  /** Who is in the row with the focus; 0: nobody. Asked by the server when a key is pressed. */
  focusedPerson(): number {
    const content = document.activeElement?.closest('vaadin-grid-cell-content');
    const cell = this.table.shadowRoot.activeElement ?? content?.assignedSlot;
    const row = cell?.closest('tr') as { index?: number } | null | undefined;
    return this.rows.at(row?.index ?? -1)?.id ?? 0;
  }

  /** The id of the person who is shown in full; 0: nobody. Set by the server. */
  set opened(id: number) {
    this.marked = id;
    this.draw(false);
  }

  /** Takes in what the server has to say. */
  take(message: Message): void {
    const { size } = this.rows;
    if (!this.rows.take(message)) {
      this.askNow();
      return;
    }
    this.draw(this.rows.size !== size);
  }

  /** @param resized whether there are more or fewer rows than were drawn before */
  private draw(resized: boolean): void {
    const { table } = this;
    if (!this.ready) {
      return;
    }
    if (resized) {
      table.size = this.rows.size;
      table.clearCache();
    }
    this.cells.refresh();
    if (this.marked || this.wasMarked) {
      this.wasMarked = this.marked;
      table.generateCellPartNames();
    }
    this.ask();
  }

  protected lay(layout: Layout): void {
    if (this.told && layout) {
      lay(this.made, layout, this.told);
      this.ask();
    }
  }

  // ------------------------------------------------------------------ what is on screen

  /** Tells the server soon which places are on screen; at once when there is nothing to show there. */
  private ask(): void {
    if (this.asking) {
      return;
    }
    this.asking = window.setTimeout(
      () => {
        this.asking = 0;
        const [first, last] = this.onScreen();
        if (last >= 0 && (first !== this.first || last !== this.last)) {
          this.askNow();
        }
      },
      Math.max(0, this.asked + ASKING - performance.now()),
    );
  }

  private askNow(): void {
    this.asked = performance.now();
    [this.first, this.last] = this.onScreen();
    const first = Math.max(0, this.first);
    this.tell('board-range', {
      first,
      last: this.last < first ? first + 28 : this.last,
      heard: this.rows.version,
    });
  }

  private onScreen(): [number, number] {
    const { drawnRows } = this;
    const body = this.table.getBoundingClientRect();
    const top = this.table.shadowRoot.querySelector('#header')?.getBoundingClientRect().bottom ?? body.top;
    const places = drawnRows
      .filter((row) => {
        const { top: upper, bottom: lower } = row.getBoundingClientRect();
        return lower > top && upper < body.bottom;
      })
      .map((row) => row.index ?? -1)
      .filter((index) => index >= 0);
    return places.length > 0 ? [Math.min(...places), Math.max(...places)] : [-1, -1];
  }

  // ------------------------------------------------------------------ about to be used

  private readonly onPointer = (event: PointerEvent) => {
    // A finger that has left the glass points at nothing.
    this.pointed = event.pointerType !== 'touch' && this.isInBody(event);
    this.tellHeld();
  };

  private readonly onLeave = () => {
    this.pointed = false;
    this.tellHeld();
  };

  private readonly onFocus = (event: FocusEvent) => {
    const now = event.type === 'focusin' ? event.target : event.relatedTarget;
    this.focused = now instanceof Node && this.table.contains(now);
    this.tellHeld();
  };

  private isInBody(event: Event): boolean {
    return event.composedPath().includes(this.table) && this.table.getEventContext(event).section === 'body';
  }

  private tellHeld(): void {
    const held = this.pointed || this.focused;
    if (held !== this.held) {
      this.held = held;
      this.tell('board-held', { held });
    }
  }

  /** A click opens the row; on its timeline it asks about that very instant. */
  protected open({ index }: Context, event: Event): void {
    const row = this.rows.at(index ?? -1);
    if (!row) {
      return;
    }
    const timeline =
      event instanceof MouseEvent
        ? (event.composedPath().find((node) => node instanceof RollcallTimeline) as RollcallTimeline | undefined)
        : undefined;
    const at = timeline?.instantAt(event as MouseEvent);
    this.tell('board-open', { id: row.id, at: at === undefined ? 0 : endOfSecond(at) });
  }
}

customElements.define('rollcall-board', RollcallBoard);
