/**
 * `<rollcall-board>`: what a board does in the browser around its grid. It tells the server when
 * somebody is about to use a row (the order then stands still), which row is opened by Enter, and
 * how wide the board is; and it moves the focus to a row.
 */
import { endOfSecond, RollcallTimeline } from './rollcall-timeline';

type Row = HTMLElement & { index?: number };
type Grid = HTMLElement & {
  shadowRoot: ShadowRoot;
  scrollToIndex(index: number): void;
  getEventContext(event: Event): { section?: string; item?: { key: string }; index?: number };
};

/** Below these widths, in CSS pixels, there is less to see. */
const NARROW = 600;
const MEDIUM = 1000;

/** A press of the pointer moves the focus within so many milliseconds. */
const PRESS = 100;

class RollcallBoard extends HTMLElement {
  private pointed = false;
  private focused = false;
  private held = false;
  private layout = '';
  private pressed = -PRESS;

  private readonly sizes = new ResizeObserver(([entry]) => {
    const width = entry.contentRect.width;
    const layout = width < NARROW ? 'narrow' : width < MEDIUM ? 'medium' : 'wide';
    if (width > 0 && layout !== this.layout) {
      this.layout = layout;
      this.setAttribute('layout', layout);
      this.tell('board-layout', { layout });
    }
  });

  connectedCallback(): void {
    this.sizes.observe(this);
    this.addEventListener('pointerover', this.onPointer);
    this.addEventListener('pointerleave', this.onLeave);
    this.addEventListener('focusin', this.onFocus);
    this.addEventListener('focusout', this.onFocus);
    this.addEventListener('keydown', this.onKey, { capture: true });
    this.addEventListener('click', this.onClick);
    document.addEventListener('pointerdown', this.onPress, { capture: true });
  }

  disconnectedCallback(): void {
    this.sizes.disconnect();
    this.layout = '';
    this.held = this.pointed = this.focused = false;
    this.removeEventListener('pointerover', this.onPointer);
    this.removeEventListener('pointerleave', this.onLeave);
    this.removeEventListener('focusin', this.onFocus);
    this.removeEventListener('focusout', this.onFocus);
    this.removeEventListener('keydown', this.onKey, { capture: true });
    this.removeEventListener('click', this.onClick);
    document.removeEventListener('pointerdown', this.onPress, { capture: true });
  }

  private get grid(): Grid | null {
    return this.querySelector<Grid>('vaadin-grid');
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
      const row = [...grid.shadowRoot.querySelectorAll<Row>('#items > tr:not([hidden])')].find(
        (each) => each.index === index,
      );
      const cell = row?.querySelector<HTMLElement>('td, th');
      if (cell) {
        cell.focus({ preventScroll: true, focusVisible: true } as FocusOptions);
        return;
      }
    }
  }

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
    this.focused = now instanceof Node && Boolean(this.grid?.contains(now));
    this.tellHeld();
    if (event.type === 'focusout' && !event.relatedTarget) {
      this.keepFocus(event);
    }
  };

  /**
   * Other columns take every cell out of its row and put it back, and the focus gets lost on the
   * way. It goes back to its row, unless somebody took it away with the pointer.
   */
  private keepFocus(event: FocusEvent): void {
    const row = event.composedPath().find((node): node is Row => node instanceof HTMLTableRowElement);
    if (event.timeStamp - this.pressed < PRESS) {
      return;
    }
    requestAnimationFrame(() => {
      const lost = document.activeElement === document.body && document.hasFocus();
      if (lost && row?.index !== undefined) {
        void this.focusRow(row.index);
      }
    });
  }

  private readonly onPress = (event: Event) => {
    this.pressed = event.timeStamp;
  };

  private isInBody(event: Event): boolean {
    const { grid } = this;
    return Boolean(grid && event.composedPath().includes(grid) && grid.getEventContext(event).section === 'body');
  }

  private tellHeld(): void {
    const held = this.pointed || this.focused;
    if (held !== this.held) {
      this.held = held;
      this.tell('board-held', { held });
    }
  }

  private readonly onKey = (event: KeyboardEvent) => {
    const { grid } = this;
    if (event.key !== 'Enter' || !grid || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const { section, item } = grid.getEventContext(event);
    if (section === 'body' && item) {
      event.preventDefault();
      event.stopPropagation();
      this.tell('board-open', { key: item.key, at: 0 });
    }
  };

  /** A click opens the row; on its timeline it asks about that very instant. */
  private readonly onClick = (event: MouseEvent) => {
    const { grid } = this;
    const path = event.composedPath();
    if (!grid || !path.includes(grid) || event.defaultPrevented) {
      return;
    }
    if (path.some((node) => node instanceof HTMLElement && node.localName === 'vaadin-checkbox')) {
      return; // chooses the row
    }
    const { section, item } = grid.getEventContext(event);
    if (section === 'body' && item) {
      const timeline = path.find((node) => node instanceof RollcallTimeline) as RollcallTimeline | undefined;
      const at = timeline?.instantAt(event);
      this.tell('board-open', { key: item.key, at: at === undefined ? 0 : endOfSecond(at) });
    }
  };

  private tell(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

customElements.define('rollcall-board', RollcallBoard);
