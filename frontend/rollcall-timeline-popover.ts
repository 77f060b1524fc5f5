/**
 * The one popover all timelines of a page share: it appears beside the piece that is pointed at or
 * stepped to, can be pointed at itself, and leaves with Escape (WCAG 1.4.13). A screen reader hears
 * its text when the keyboard moves it, never when the mouse does.
 */
import { css, html, LitElement } from 'lit';

class RollcallTimelinePopover extends LitElement {
  static properties = { lines: { attribute: false } };

  static styles = css`
    :host {
      position: fixed;
      inset: auto;
      margin: 0;
      padding: var(--vaadin-padding-s, 8px) var(--vaadin-padding-m, 12px);
      max-width: min(22rem, calc(100vw - 16px));
      border: 1px solid var(--vaadin-border-color-secondary, lightgray);
      border-radius: var(--vaadin-radius-m, 6px);
      background: var(--rollcall-overlay, Canvas);
      color: var(--vaadin-text-color, CanvasText);
      box-shadow: var(--aura-shadow-s, 0 4px 16px rgb(0 0 0 / 0.15));
      font-size: var(--aura-font-size-s, 0.8125rem);
      line-height: 1.45;
      font-variant-numeric: tabular-nums;
    }
    p {
      margin: 0;
    }
    p + p {
      color: var(--vaadin-text-color-secondary);
    }
    p.verdict {
      color: inherit;
      font-weight: 600;
    }
    [aria-live] {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  `;

  declare lines: string[];

  constructor() {
    super();
    this.lines = [];
  }

  protected render() {
    return html`${this.lines.map(
      (line, index) => html`<p class=${index > 1 ? 'verdict' : ''}>${line}</p>`,
    )}`;
  }
}

customElements.define('rollcall-timeline-popover', RollcallTimelinePopover);

let popover: RollcallTimelinePopover | undefined;
let spoken: HTMLElement | undefined;
let owner: Element | undefined;
let leaving: ReturnType<typeof setTimeout> | undefined;

function create(): RollcallTimelinePopover {
  const created = new RollcallTimelinePopover();
  created.popover = 'manual';
  created.setAttribute('role', 'tooltip');
  created.addEventListener('pointerenter', () => clearTimeout(leaving));
  created.addEventListener('pointerleave', () => owner && hidePopover(owner, 'soon'));
  document.body.append(created);
  spoken = document.createElement('div');
  spoken.setAttribute('aria-live', 'polite');
  spoken.className = 'rollcall-visually-hidden';
  document.body.append(spoken);
  // A popover that stays where it was while the page moves under it would point at the wrong thing.
  addEventListener('scroll', () => owner && hidePopover(owner), { capture: true, passive: true });
  addEventListener('keydown', (event) => event.key === 'Escape' && owner && hidePopover(owner));
  return created;
}

/** Whether the popover shows for this element now. */
export function popoverOf(element: Element): boolean {
  return owner === element;
}

/**
 * Shows the lines beside `x` and below `box`, or above it where there is no room.
 *
 * @param aloud whether a screen reader is told
 */
export function showPopover(element: Element, lines: string[], x: number, box: DOMRect, aloud: boolean): void {
  clearTimeout(leaving);
  popover ??= create();
  const opening = owner === undefined;
  owner = element;
  popover.lines = lines;
  if (opening) {
    popover.showPopover();
  }
  if (aloud && spoken) {
    spoken.textContent = lines.join('. ');
  }
  const shown = popover;
  void shown.updateComplete.then(() => {
    const { width, height } = shown.getBoundingClientRect();
    // Beside the pointer, so that moving on to the next row does not run into it.
    const beside = x + 14;
    const left = beside + width > innerWidth - 8 ? x - width - 14 : beside;
    const below = box.bottom + 6;
    const top = below + height > innerHeight - 8 ? box.top - height - 6 : below;
    shown.style.left = `${Math.max(8, left)}px`;
    shown.style.top = `${Math.max(8, top)}px`;
  });
}

/** Hides the popover if it shows for this element; `soon` leaves time to move the pointer onto it. */
export function hidePopover(element: Element, when: 'now' | 'soon' = 'now'): void {
  if (owner !== element) {
    return;
  }
  clearTimeout(leaving);
  if (when === 'soon') {
    leaving = setTimeout(() => hidePopover(element), 120);
  } else {
    owner = undefined;
    popover?.hidePopover();
  }
}
