/**
 * `<rollcall-widget-board>`: draws widgets where the server says, for as many columns as there is
 * room for, and tells the server what somebody does: a drag, a key, what is in sight. gridstack
 * moves and sizes the tiles under the pointer; where they come to rest the server decides.
 */
import { GridStack, type GridItemHTMLElement } from 'gridstack';
import gridstackStyles from 'gridstack/dist/gridstack.min.css?inline';

interface Place {
  widget: string;
  x: number;
  y: number;
  w: number;
  h: number;
}

type Layouts = Record<string, Place[]>;

/** Below these widths, in CSS pixels, there are fewer columns. */
const WIDE = 900;
const MEDIUM = 700;

const ROW = 56;
const GAP = 6;

const STEPS: Record<string, string> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

const SIZES: Record<string, string> = {
  ArrowLeft: 'narrower',
  ArrowRight: 'wider',
  ArrowUp: 'shorter',
  ArrowDown: 'taller',
};

const sheet = new CSSStyleSheet();
sheet.replaceSync(String(gridstackStyles));

class RollcallWidgetBoard extends HTMLElement {
  private grid?: GridStack;
  private places: Layouts = {};
  private arranging = false;
  private columns = 0;
  private planned = false;
  private readonly inSight = new Set<Element>();
  private told = '';

  private readonly sizes = new ResizeObserver(() => this.plan());
  private readonly children_ = new MutationObserver(() => this.plan());
  private readonly sight = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) {
          this.inSight.add(target);
        } else {
          this.inSight.delete(target);
        }
      }
      this.tellSight();
    },
    { rootMargin: '100px' },
  );
  private readonly watched = new Set<Element>();
  private readonly onVisibility = (): void => this.tellSight();

  connectedCallback(): void {
    if (!document.adoptedStyleSheets.includes(sheet)) {
      document.adoptedStyleSheets.push(sheet);
    }
    this.classList.add('grid-stack');
    this.grid = GridStack.init(
      {
        column: 12,
        cellHeight: ROW,
        margin: GAP,
        auto: false,
        float: false,
        staticGrid: true,
        animate: !matchMedia('(prefers-reduced-motion: reduce)').matches,
        draggable: { handle: '.widget-grip' },
        resizable: { handles: 'e,se,s' },
        minRow: 1,
      },
      this,
    );
    this.grid.on('dragstop resizestop', () => setTimeout(() => this.tellPlaces()));
    this.sizes.observe(this);
    this.children_.observe(this, { childList: true });
    this.addEventListener('keydown', this.onKey);
    this.addEventListener('click', this.onClick);
    document.addEventListener('visibilitychange', this.onVisibility);
    this.plan();
  }

  disconnectedCallback(): void {
    this.sizes.disconnect();
    this.children_.disconnect();
    this.sight.disconnect();
    this.watched.clear();
    this.inSight.clear();
    this.columns = 0;
    this.told = '';
    this.removeEventListener('keydown', this.onKey);
    this.removeEventListener('click', this.onClick);
    document.removeEventListener('visibilitychange', this.onVisibility);
    this.grid?.destroy(false);
    this.grid = undefined;
  }

  set layouts(layouts: Layouts) {
    this.places = layouts;
    this.plan();
  }

  get layouts(): Layouts {
    return this.places;
  }

  set editing(editing: boolean) {
    this.arranging = editing;
    this.toggleAttribute('editing', editing);
    if (!editing) {
      this.select(null);
    }
    this.plan();
  }

  get editing(): boolean {
    return this.arranging;
  }

  /** Moves the focus to the handle of a widget, or of the first. */
  focusHandle(widget: string): void {
    requestAnimationFrame(() => {
      const handle =
        this.tile(widget)?.querySelector<HTMLElement>('.widget-handle') ??
        this.querySelector<HTMLElement>('.widget-handle');
      handle?.focus();
    });
  }

  // ---------------------------------------------------------------- drawing

  /** Tiles and layouts come one after the other: draws once both are there. */
  private plan(): void {
    if (!this.planned) {
      this.planned = true;
      requestAnimationFrame(() => {
        this.planned = false;
        this.draw();
      });
    }
  }

  private draw(): void {
    const { grid } = this;
    const width = this.clientWidth;
    if (!grid || width === 0 || this.querySelector('.ui-draggable-dragging, .ui-resizable-resizing')) {
      return;
    }
    const columns = width >= WIDE ? 12 : width >= MEDIUM ? 6 : 1;
    if (columns !== this.columns) {
      this.columns = columns;
      this.setAttribute('columns', String(columns));
      this.tell('board-columns', { columns });
    }
    for (const node of [...grid.engine.nodes]) {
      if (node.el?.parentElement !== this) {
        grid.engine.removeNode(node, false);
        delete node.el?.gridstackNode;
      }
    }
    if (grid.getColumn() !== columns) {
      grid.column(columns, 'none');
    }
    this.place(this.places[String(columns)] ?? []);
    grid.setStatic(!this.arranging || columns !== 12);
    this.watch();
  }

  /** From the top: nothing that stands right is pushed away by what comes after it. */
  private place(places: Place[]): void {
    const grid = this.grid!;
    grid.batchUpdate();
    for (const [order, { widget, x, y, w, h }] of places.entries()) {
      const tile = this.tile(widget);
      tile?.style.setProperty('order', String(order));
      if (tile?.gridstackNode) {
        grid.update(tile, { x, y, w, h });
      } else if (tile) {
        grid.makeWidget(tile, { id: widget, x, y, w, h });
      }
    }
    grid.batchUpdate(false);
  }

  private tile(widget: string): GridItemHTMLElement | null {
    return this.querySelector<GridItemHTMLElement>(
      `:scope > [data-widget="${CSS.escape(widget)}"]`,
    );
  }

  // ---------------------------------------------------------------- what is in sight

  private watch(): void {
    for (const tile of this.watched) {
      if (tile.parentElement !== this) {
        this.sight.unobserve(tile);
        this.watched.delete(tile);
        this.inSight.delete(tile);
      }
    }
    for (const tile of this.querySelectorAll(':scope > [data-widget]')) {
      if (!this.watched.has(tile)) {
        this.watched.add(tile);
        this.sight.observe(tile);
      }
    }
  }

  private tellSight(): void {
    const widgets = document.hidden
      ? []
      : [...this.inSight].map((tile) => tile.getAttribute('data-widget') ?? '').sort();
    const now = widgets.join(' ');
    if (now !== this.told) {
      this.told = now;
      this.tell('board-seen', { widgets });
    }
  }

  // ---------------------------------------------------------------- what somebody does

  private tellPlaces(): void {
    const places = (this.grid?.engine.nodes ?? []).map((node) => ({
      widget: node.id ?? '',
      x: node.x ?? 0,
      y: node.y ?? 0,
      w: node.w ?? 1,
      h: node.h ?? 1,
    }));
    this.tell('board-arranged', { places });
  }

  private readonly onClick = (event: Event): void => {
    const handle = (event.target as Element).closest<HTMLElement>('.widget-handle');
    if (handle && this.arranging) {
      this.select(handle.getAttribute('aria-pressed') === 'true' ? null : handle);
    }
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if (!this.arranging) {
      return;
    }
    const selected = this.querySelector<HTMLElement>('.widget-handle[aria-pressed="true"]');
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      if (selected) {
        this.select(null);
      } else {
        this.tell('board-leave', {});
      }
      return;
    }
    const step = (event.shiftKey ? SIZES : STEPS)[event.key];
    if (step && selected && selected === document.activeElement) {
      event.preventDefault();
      event.stopPropagation();
      this.tell('board-step', { widget: this.widgetOf(selected), step });
    }
  };

  private select(handle: HTMLElement | null): void {
    for (const each of this.querySelectorAll<HTMLElement>('.widget-handle[aria-pressed="true"]')) {
      if (each !== handle) {
        each.setAttribute('aria-pressed', 'false');
        if (!handle) {
          this.tell('board-select', { widget: this.widgetOf(each), selected: false });
        }
      }
    }
    if (handle) {
      handle.setAttribute('aria-pressed', 'true');
      this.tell('board-select', { widget: this.widgetOf(handle), selected: true });
    }
  }

  private widgetOf(inside: Element): string {
    return inside.closest('[data-widget]')?.getAttribute('data-widget') ?? '';
  }

  private tell(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

customElements.define('rollcall-widget-board', RollcallWidgetBoard);

export {};
