/** How the planner looks. */
import { css } from 'lit';

/** How many pixels at the end of a bar stretch it. */
export const EDGE = 7;

export const plannerStyles = css`
:host {
  display: block;
  position: relative;
  overflow: auto;
  outline: none;
  border: 1px solid var(--rollcall-line);
  border-radius: var(--rollcall-radius);
  background: var(--rollcall-surface);
  font-variant-numeric: tabular-nums;
  --name: 13rem;
  --row: 44px;
  scroll-padding-top: 5.5rem;
}
.table {
  display: grid;
  min-width: max-content;
}
.row {
  display: grid;
  grid-template-columns: var(--name) var(--columns);
}
.body {
  position: relative;
}
.body .row {
  position: absolute;
  inset-inline: 0;
  height: var(--row);
  border-block-end: 1px solid var(--rollcall-line);
}
.head {
  position: sticky;
  top: 0;
  z-index: 3;
  background: var(--rollcall-surface);
  border-block-end: 1px solid var(--rollcall-line);
}
.name {
  position: sticky;
  inset-inline-start: 0;
  z-index: 2;
  display: grid;
  align-content: center;
  padding-inline: 0.75rem 0.5rem;
  background: var(--rollcall-surface);
  border-inline-end: 1px solid var(--rollcall-line);
  min-width: 0;
}
.name button {
  all: unset;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
  cursor: pointer;
  border-radius: 4px;
}
.name button:focus-visible {
  outline: 2px solid var(--vaadin-focus-ring-color, currentColor);
}
.name small,
.column small {
  color: var(--rollcall-muted);
  font-size: 0.75rem;
  white-space: nowrap;
  overflow: hidden;
  text-overflow: ellipsis;
}
.over small {
  color: var(--rollcall-ink);
  text-decoration: underline wavy var(--rollcall-grace) 1px;
  text-underline-offset: 3px;
}
.column {
  padding: 0.375rem 0.5rem 0;
  border-inline-end: 1px solid var(--rollcall-line);
  min-width: 0;
}
.column strong {
  font-weight: 500;
}
.column .holiday {
  display: block;
  max-width: 100%;
}
.column .gaps {
  display: block;
  overflow: hidden;
  max-width: 100%;
  padding-inline-start: 0.375rem;
  border-inline-start: 3px solid var(--rollcall-out);
  text-overflow: ellipsis;
  white-space: nowrap;
}
.today strong {
  text-decoration: underline 2px;
  text-underline-offset: 4px;
}
.heads {
  display: block;
  width: 100%;
  height: 28px;
  margin-block-start: 0.125rem;
}
.heads .planned {
  fill: color-mix(in srgb, var(--rollcall-in) 28%, transparent);
}
.heads .short {
  fill: color-mix(in srgb, var(--rollcall-out) 45%, transparent);
}
.heads .required {
  fill: none;
  stroke: color-mix(in srgb, var(--rollcall-ink) 65%, transparent);
  stroke-width: 1.25;
  vector-effect: non-scaling-stroke;
}
.ticks {
  position: relative;
  height: 1.25rem;
}
.ticks span {
  position: absolute;
  transform: translateX(-50%);
  font-size: 0.75rem;
  color: var(--rollcall-muted);
}
.cell {
  position: relative;
  min-width: 0;
  padding: 0.25rem 0.375rem;
  border-inline-end: 1px solid var(--rollcall-line);
  cursor: default;
  user-select: none;
  outline: none;
  display: grid;
  align-content: space-between;
}
.free {
  background: color-mix(in srgb, var(--rollcall-ink) 3%, transparent);
}
.cell[aria-selected='true'] {
  background: color-mix(in srgb, var(--rollcall-in) 14%, var(--rollcall-surface));
}
.cell:focus {
  box-shadow: inset 0 0 0 2px var(--rollcall-in);
  z-index: 1;
}
.cell.target {
  box-shadow: inset 0 0 0 2px var(--rollcall-in);
  background: color-mix(in srgb, var(--rollcall-in) 8%, transparent);
}
.text {
  display: flex;
  gap: 0.25rem;
  align-items: baseline;
  font-size: 0.8125rem;
  white-space: nowrap;
  overflow: hidden;
}
.text span {
  overflow: hidden;
  /* Slanted figures lean over their end. */
  padding-inline-end: 2px;
  text-overflow: ellipsis;
}
.mark {
  flex: none;
  width: 0.9em;
  height: 0.9em;
  align-self: center;
}
.text .wants {
  flex: none;
  display: inline-flex;
  gap: 0.125rem;
  align-self: center;
  margin-inline-start: auto;
  font-style: normal;
}
.corner {
  position: absolute;
  top: 2px;
  inset-inline-end: 4px;
  font-size: 0.8125rem;
}
.wants path {
  fill: none;
  stroke: var(--rollcall-muted);
  stroke-width: 1.25;
  stroke-linejoin: round;
}
.off,
.cell.hours.off {
  background-image: repeating-linear-gradient(
    135deg,
    color-mix(in srgb, var(--rollcall-ink) 12%, transparent) 0 1px,
    transparent 1px 7px
  );
}
.draft .text > span {
  font-style: italic;
}
.strip {
  position: relative;
  height: 7px;
  border-radius: 2px;
}
.strip i {
  position: absolute;
  top: 0;
  bottom: 0;
  border-radius: 2px;
}
.hours {
  padding: 0;
}
.cell.hours {
  background-image: repeating-linear-gradient(
    to right,
    var(--rollcall-line) 0 1px,
    transparent 1px var(--hour)
  );
}
.column.hours {
  padding: 0.375rem 0 0;
}
.column.hours > strong {
  padding-inline: 0.5rem;
}
.bar {
  position: absolute;
  top: 5px;
  bottom: 5px;
  border-radius: 4px;
  box-sizing: border-box;
  border: 1px solid color-mix(in srgb, var(--tone) 60%, var(--rollcall-ink));
  background: color-mix(in srgb, var(--tone) 55%, var(--rollcall-surface));
  overflow: hidden;
  font-size: 0.75rem;
  line-height: calc(var(--row) - 14px);
  padding-inline: 4px;
  white-space: nowrap;
  cursor: grab;
  touch-action: none;
}
.bar.over-work {
  top: 10px;
  bottom: 10px;
  line-height: calc(var(--row) - 24px);
}
.draft .bar {
  border-style: dashed;
}
.bar.chosen {
  outline: 2px solid var(--rollcall-ink);
  outline-offset: -1px;
}
.bar::before,
.bar::after {
  content: '';
  position: absolute;
  top: 0;
  bottom: 0;
  width: ${EDGE}px;
  cursor: ew-resize;
}
.bar::before {
  left: 0;
}
.bar::after {
  right: 0;
}
.ghost {
  position: absolute;
  top: 3px;
  bottom: 3px;
  border: 2px dashed var(--rollcall-in);
  border-radius: 4px;
  pointer-events: none;
  font-size: 0.75rem;
  padding-inline: 4px;
  background: color-mix(in srgb, var(--rollcall-surface) 70%, transparent);
  white-space: nowrap;
  z-index: 1;
}
.foreseen {
  position: fixed;
  z-index: 10;
  max-width: min(24rem, 80vw);
  margin: 0;
  padding: 6px 10px 6px 24px;
  border: 1px solid var(--rollcall-grace);
  border-radius: 6px;
  background: var(--rollcall-surface);
  color: var(--rollcall-ink);
  box-shadow: 0 2px 8px rgb(0 0 0 / 20%);
  font-size: 0.8125rem;
  line-height: 1.35;
  pointer-events: none;
}
@media (max-width: 700px) {
  :host {
    --name: 7.5rem;
  }
}
@media (forced-colors: active) {
  .cell[aria-selected='true'] {
    outline: 2px dotted;
    outline-offset: -3px;
  }
}
`;
