/**
 * `<rollcall-records>`: what a list does in the browser around its grid. It says which row is opened
 * by a click or Enter and how wide the list is, and moves the focus to a row.
 */
export type Row = HTMLElement & { index?: number };

export interface Context {
  section?: string;
  item?: unknown;
  index?: number;
}

export type Grid = HTMLElement & {
  shadowRoot: ShadowRoot;
  scrollToIndex(index: number): void;
  getEventContext(event: Event): Context;
};

export type Layout = 'narrow' | 'medium' | 'wide';

/** Below these widths, in CSS pixels, there is less to see. */
const NARROW = 600;
const MEDIUM = 1000;

/** A press of the pointer moves the focus within so many milliseconds. */
const PRESS = 100;

/** A grid and what surrounds it. */
export abstract class GridPanel extends HTMLElement {
  protected layout: Layout | '' = '';
  private pressed = -PRESS;

  private readonly sizes = new ResizeObserver(([entry]) => this.fit(entry.contentRect.width));

  /** There is another room for columns. */
  protected abstract lay(layout: Layout): void;

  /** Somebody opens the row an event belongs to. */
  protected abstract open(row: Context, event: Event): void;

  /** Lays the columns before the browser says by itself what room there is. */
  protected fitNow(): void {
    this.fit(this.clientWidth);
  }

  private fit(width: number): void {
    const layout = width < NARROW ? 'narrow' : width < MEDIUM ? 'medium' : 'wide';
    if (width > 0 && layout !== this.layout) {
      this.layout = layout;
      this.setAttribute('layout', layout);
      this.lay(layout);
    }
  }

  connectedCallback(): void {
    this.sizes.observe(this);
    this.addEventListener('focusout', this.onFocusOut);
    this.addEventListener('keydown', this.onKey, { capture: true });
    this.addEventListener('click', this.onClick);
    document.addEventListener('pointerdown', this.onPress, { capture: true });
  }

  disconnectedCallback(): void {
    this.sizes.disconnect();
    this.layout = '';
    this.removeEventListener('focusout', this.onFocusOut);
    this.removeEventListener('keydown', this.onKey, { capture: true });
    this.removeEventListener('click', this.onClick);
    document.removeEventListener('pointerdown', this.onPress, { capture: true });
  }

  protected get grid(): Grid | null {
    return this.querySelector<Grid>('vaadin-grid');
  }

  /** The rows that are drawn, on screen and a little around it. */
  protected get drawnRows(): Row[] {
    return [...(this.grid?.shadowRoot.querySelectorAll<Row>('#items > tr:not([hidden])') ?? [])];
  }

  /** Scrolls to a row and puts the focus on its first cell. */
  async focusRow(index: number): Promise<void> {
    const { grid } = this;
    if (!grid) {
      return;
    }
    grid.scrollToIndex(index);
    // The row may still have to be made, and filled by the server.
    for (let frame = 0; frame < 30; frame++) {
      await new Promise(requestAnimationFrame);
      const cell = this.drawnRows.find((row) => row.index === index)?.querySelector<HTMLElement>('td, th');
      if (cell) {
        cell.focus({ preventScroll: true, focusVisible: true } as FocusOptions);
        return;
      }
    }
  }

  /**
   * Other columns take every cell out of its row and put it back, and the focus gets lost on the
   * way. It goes back to its row, unless somebody took it away with the pointer.
   */
  private readonly onFocusOut = (event: FocusEvent) => {
    if (event.relatedTarget || event.timeStamp - this.pressed < PRESS) {
      return;
    }
    const row = event.composedPath().find((node): node is Row => node instanceof HTMLTableRowElement);
    requestAnimationFrame(() => {
      const lost = document.activeElement === document.body && document.hasFocus();
      if (lost && row?.index !== undefined) {
        void this.focusRow(row.index);
      }
    });
  };

  private readonly onPress = (event: Event) => {
    this.pressed = event.timeStamp;
  };

  private readonly onKey = (event: KeyboardEvent) => {
    const { grid } = this;
    const target = event.composedPath()[0];
    if (target instanceof HTMLButtonElement || target instanceof HTMLInputElement) {
      return; // does something of its own
    }
    if (event.key !== 'Enter' || !grid || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const row = grid.getEventContext(event);
    if (row.section === 'body' && row.item) {
      event.preventDefault();
      event.stopPropagation();
      this.open(row, event);
    }
  };

  private readonly onClick = (event: MouseEvent) => {
    const { grid } = this;
    const path = event.composedPath();
    if (!grid || !path.includes(grid) || event.defaultPrevented) {
      return;
    }
    if (path.some((node) => node instanceof HTMLElement && node.localName === 'vaadin-checkbox')) {
      return; // chooses the row
    }
    const row = grid.getEventContext(event);
    if (row.section === 'body' && row.item) {
      this.open(row, event);
    }
  };

  protected tell(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

class RollcallRecords extends GridPanel {
  protected lay(layout: Layout): void {
    this.tell('record-layout', { layout });
  }

  protected open({ item }: Context): void {
    this.tell('record-open', { key: (item as { key: string }).key });
  }
}

customElements.define('rollcall-records', RollcallRecords);
