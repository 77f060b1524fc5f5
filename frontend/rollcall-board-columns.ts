/** The columns of a board: what each cell looks like, how wide it is, and when there is room for it. */
import { html, render, type TemplateResult } from 'lit';
import '@vaadin/icon';
import './rollcall-duration';
import './rollcall-shape';
import './rollcall-timeline';
import { fits, type Layout } from './rollcall-board-layout';
import type { Row } from './rollcall-board-rows';

/** Something that can be done about people. */
export interface Act {
  code: string;
  /** What its button says. */
  label: string;
  /** The same about somebody; `%s` stands for their name. */
  about: string;
  icon: string;
}

/** What the server says about how rows are told. */
export interface Look {
  /** A day that is over: nobody should be anywhere any more. */
  past: boolean;
  /** Timelines in words, with all three figures, instead of drawn. */
  table: boolean;
  /** Lower rows. */
  dense: boolean;
  /** What the grid is called. */
  label: string;
  headers: Record<string, string>;
  /** What can be done about people. */
  acts: Act[];
  /** What choosing a row is called; `%s` stands for the name in it. */
  choose: string;
}

/** What somebody does with a row. */
export interface Deeds {
  look(): Look | undefined;
  isChosen(id: number): boolean;
  choose(id: number, chosen: boolean): void;
  act(id: number, code: string): void;
}

export type Column = HTMLElement & {
  header: string | null;
  hidden: boolean;
  width: string;
  flexGrow: number;
  frozen: boolean;
  rowHeader: boolean;
  renderer: (root: HTMLElement, column: unknown, model: { index: number }) => void;
  headerRenderer: ((root: HTMLElement) => void) | null;
};

interface Plan {
  key: string;
  width: string;
  frozen?: boolean;
  rowHeader?: boolean;
  flexGrow?: number;
  cell(row: Row, deeds: Deeds): TemplateResult;
}

const pill = (row: Row) =>
  html`<span class="status-pill" data-severity="${row.severity}"
    ><rollcall-shape .kind="${row.severity}"></rollcall-shape><span class="status-word">${row.status}</span
    ><rollcall-duration .since="${row.since}"></rollcall-duration
  ></span>`;

const person = (row: Row, second: unknown) =>
  html`<div class="board-person">
    <span class="board-badge" data-presence="${row.badge}" aria-hidden="true">${initials(row.name)}</span>
    <div class="board-lines">
      <span class="board-name" title="${row.name}">${row.name}</span><span class="board-second">${second}</span>
    </div>
  </div>`;

const twoLines = (key: string, first: string, second: string) =>
  html`<div class="board-lines" data-column="${key}">
    <span title="${first}">${first}</span><span class="board-second" title="${second}">${second}</span>
  </div>`;

/** The first letters of the first and the last name. */
function initials(name: string): string {
  const parts = name.trim().split(/\s+/);
  return [parts[0], ...parts.slice(1).slice(-1)]
    .map((part) => [...part][0] ?? '')
    .join('')
    .toUpperCase();
}

const about = (pattern: string, row: Row) => pattern.replace('%s', row.name);

/** What happens here opens no row. */
const only = (work: () => void) => (event: Event) => {
  event.stopPropagation();
  work();
};

const choice = (row: Row, deeds: Deeds) =>
  html`<label class="board-choose" @click="${(event: Event) => event.stopPropagation()}"
    ><input
      type="checkbox"
      .checked="${deeds.isChosen(row.id)}"
      aria-label="${about(deeds.look()?.choose ?? '%s', row)}"
      @change="${(event: Event) => deeds.choose(row.id, (event.target as HTMLInputElement).checked)}"
  /></label>`;

const acts = (row: Row, deeds: Deeds) =>
  html`<div class="board-acts">${(deeds.look()?.acts ?? []).map(
    (act) =>
      html`<button
        type="button"
        class="board-act"
        title="${act.label}"
        aria-label="${about(act.about, row)}"
        @click="${only(() => deeds.act(row.id, act.code))}"
      ><vaadin-icon icon="${act.icon}"></vaadin-icon></button>`,
  )}</div>`;

const PLANS: Plan[] = [
  { key: 'choose', width: '44px', frozen: true, cell: choice },
  {
    key: 'person',
    width: '220px',
    frozen: true,
    rowHeader: true,
    cell: (row) => person(row, row.team),
  },
  {
    key: 'person-and-status',
    width: '192px',
    frozen: true,
    rowHeader: true,
    cell: (row) => person(row, pill(row)),
  },
  { key: 'status', width: '184px', frozen: true, cell: pill },
  {
    key: 'shouldBe',
    width: '136px',
    cell: (row) => twoLines('shouldBe', row.shouldBe, row.shouldBeWhen),
  },
  {
    key: 'is',
    width: '176px',
    cell: (row) =>
      html`<div class="board-lines" data-column="is">
        <span title="${row.is}">${row.is}</span>${row.quiet
          ? html`<span class="board-quiet" title="${row.quietWhy}">${row.quiet}</span>`
          : html`<span class="board-second" title="${row.isSince}">${row.isSince}</span>`}
      </div>`,
  },
  {
    key: 'shift',
    width: '176px',
    cell: (row) => twoLines('shift', row.shift, row.deviations),
  },
  {
    key: 'impact',
    width: '88px',
    cell: (row) => html`<span class="board-impact" title="${row.impactWhy}">${row.impact}</span>`,
  },
  {
    key: 'score',
    width: '96px',
    cell: (row) =>
      html`<div class="board-score" title="${row.figures}">
        <span class="numeric" aria-hidden="true">${row.score}</span
        ><span
          class="board-bar ${row.bar}"
          style="--share:${row.share}%;--target:${row.target}%"
          aria-hidden="true"
        ></span
        ><span class="rollcall-visually-hidden">${row.figures}</span>
      </div>`,
  },
  {
    key: 'others',
    width: '128px',
    cell: (row) => twoLines('others', row.raw, row.tolerated),
  },
  {
    key: 'inWords',
    width: '150px',
    flexGrow: 1,
    cell: (row, deeds) => html`<span class="board-in-words">${row.sentence}</span>${acts(row, deeds)}`,
  },
  {
    key: 'timeline',
    width: '190px',
    flexGrow: 1,
    cell: (row, deeds) =>
      html`<rollcall-timeline .value="${row.strip}" .label="${row.sentence}"></rollcall-timeline>${acts(row, deeds)}`,
  },
];

/** The columns that say what can be done about somebody. */
const WITH_DEEDS = ['choose', 'inWords', 'timeline'];

/** The cells that are drawn, and what is in them; so that a change costs the cells it is about. */
export class Cells {
  private readonly drawn = new Map<HTMLElement, { plan: Plan; place: number; row: Row | undefined }>();

  /** @param rowAt the row at a place; undefined while it is on its way */
  constructor(
    private readonly rowAt: (place: number) => Row | undefined,
    private readonly deeds: Deeds,
  ) {}

  /**
   * Makes all columns; most are hidden until they are laid out.
   *
   * @param hours what stands above the timelines
   */
  columns(hours: HTMLElement): Column[] {
    return PLANS.map((plan) => {
      const column = document.createElement('vaadin-grid-column') as unknown as Column;
      column.id = plan.key;
      column.width = plan.width;
      column.flexGrow = plan.flexGrow ?? 0;
      column.frozen = plan.frozen ?? false;
      column.rowHeader = plan.rowHeader ?? false;
      column.hidden = true;
      column.renderer = (root, _, { index }) => this.draw(root, plan, index);
      if (plan.key === 'timeline') {
        column.headerRenderer = (root) => {
          if (hours.parentNode !== root) {
            root.append(hours);
          }
        };
      }
      return column;
    });
  }

  /** Draws again what stands in a place that somebody else has now, or who says something else. */
  refresh(): void {
    for (const [root, { plan, place, row }] of this.drawn) {
      if (!root.isConnected) {
        this.drawn.delete(root);
      } else if (this.rowAt(place) !== row) {
        this.draw(root, plan, place);
      }
    }
  }

  /** Draws again what says which rows are chosen and what can be done about them. */
  refreshDeeds(): void {
    for (const [root, { plan, place }] of this.drawn) {
      if (root.isConnected && WITH_DEEDS.includes(plan.key)) {
        this.draw(root, plan, place);
      }
    }
  }

  private draw(root: HTMLElement, plan: Plan, place: number): void {
    const row = this.rowAt(place);
    this.drawn.set(root, { plan, place, row });
    render(row ? plan.cell(row, this.deeds) : html`<span class="board-waiting"></span>`, root);
  }
}

/** Shows the columns there is room for. */
export function lay(made: Column[], layout: Layout, look: Look): void {
  made.forEach((column, i) => {
    const plan = PLANS[i];
    const hidden = !fits(plan.key, layout, look);
    if (column.hidden !== hidden) {
      column.hidden = hidden;
    }
    const header = look.headers[plan.key];
    if (header && column.header !== header) {
      column.header = header;
    }
  });
}
