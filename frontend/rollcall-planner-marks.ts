/** The small pictures of the planner: marks on a day, and heads over a column. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Cell } from './rollcall-planner-format';

/** Shapes, each of its own kind, for what a planner should know of a day. */
export const drawMarks = (cell: Cell): TemplateResult =>
  html`${cell.o
    ? svg`<svg class="mark" viewBox="0 0 10 10" aria-hidden="true"><path d="M5 0 10 5 5 10 0 5Z" fill="var(--rollcall-out)"/></svg>`
    : nothing}${cell.w
    ? svg`<svg class="mark" viewBox="0 0 10 10" aria-hidden="true"><path d="M5 0 10 9H0Z" fill="var(--rollcall-grace)"/></svg>`
    : nothing}${cell.d && !cell.o
    ? svg`<svg class="mark" viewBox="0 0 10 10" aria-hidden="true"><circle cx="5" cy="5" r="3.5" fill="none" stroke="var(--rollcall-in)" stroke-width="2"/></svg>`
    : nothing}`;

/** Quiet shapes at the end: an hourglass where somebody waits for time off, a heart for a wish. */
export const drawWants = (cell: Cell): TemplateResult =>
  html`<span class="wants"
    >${cell.a === 1
      ? svg`<svg class="mark" viewBox="0 0 10 10" aria-hidden="true"><path d="M1.5 1H8.5L1.5 9H8.5Z"/></svg>`
      : nothing}${cell.h
      ? svg`<svg class="mark" viewBox="0 0 10 10" aria-hidden="true"><path d="M5 8.8 1.3 5A2.2 2.2 0 0 1 5 2.3 2.2 2.2 0 0 1 8.7 5Z"/></svg>`
      : nothing}</span
  >`;

/** Heads planned as bars, those required as a line; where too few are planned the bar says so. */
export const drawHeads = (planned: number[], required: number[] | null, most: number): TemplateResult | typeof nothing => {
  if (!planned.length) {
    return nothing;
  }
  const top = Math.max(1, most);
  const y = (heads: number): number => 28 - (26 * Math.min(heads, top)) / top;
  let line = '';
  (required ?? []).forEach((heads, i) => {
    line += `${i ? 'L' : 'M'}${i} ${y(heads)}H${i + 1}`;
  });
  return html`<svg class="heads" viewBox="0 0 ${planned.length} 28" preserveAspectRatio="none" aria-hidden="true">
    ${planned.map((heads, i) => {
      const short = required !== null && heads < required[i] - 0.01;
      return svg`<rect class=${short ? 'short' : 'planned'} x=${i} y=${y(heads)} width="1" height=${28 - y(heads)} />`;
    })}
    ${line ? svg`<path class="required" d=${line} />` : nothing}
  </svg>`;
};
