/**
 * `<rollcall-duration since="1795300000000">`: how long something has lasted, ticking by the page's
 * clock: "0:42", "6:40", "1:12:05". All of them share the page's one-second timer, and only those
 * on screen are rewritten. Plain text in the light DOM, so it takes the style of its surroundings.
 *
 * `until` stops it: the length of something that has ended.
 */
import { now, onSecond } from './rollcall-clock';

/** "6:40" for 400,000 ms; hours only when there are any; never negative. */
export function clockDuration(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const h = Math.floor(seconds / 3600);
  const m = Math.floor(seconds / 60) % 60;
  const s = String(seconds % 60).padStart(2, '0');
  return h > 0 ? `${h}:${String(m).padStart(2, '0')}:${s}` : `${m}:${s}`;
}

const onScreen = new Set<RollcallDuration>();
let stop: (() => void) | undefined;

const observer = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    show(target as RollcallDuration, isIntersecting);
  }
});

function show(duration: RollcallDuration, visible: boolean): void {
  if (visible) {
    onScreen.add(duration);
    duration.write();
  } else {
    onScreen.delete(duration);
  }
  if (onScreen.size > 0) {
    stop ??= onSecond(() => onScreen.forEach((each) => each.write()));
  } else {
    stop?.();
    stop = undefined;
  }
}

class RollcallDuration extends HTMLElement {
  static observedAttributes = ['since', 'until'];

  connectedCallback(): void {
    this.setAttribute('role', 'timer');
    // A timer is a live region by nature; a floor of them would never stop talking.
    this.setAttribute('aria-live', 'off');
    observer.observe(this);
    this.write();
  }

  disconnectedCallback(): void {
    observer.unobserve(this);
    show(this, false);
  }

  attributeChangedCallback(): void {
    this.write();
  }

  get since(): number | null {
    return instantOf(this.getAttribute('since'));
  }

  set since(value: number | string | null) {
    setInstant(this, 'since', value);
  }

  get until(): number | null {
    return instantOf(this.getAttribute('until'));
  }

  set until(value: number | string | null) {
    setInstant(this, 'until', value);
  }

  /** Writes the present length; nothing when there is no start. */
  write(): void {
    const since = this.since;
    const text = since === null ? '' : clockDuration((this.until ?? now()) - since);
    if (this.textContent !== text) {
      this.textContent = text;
    }
  }
}

function instantOf(text: string | null): number | null {
  const value = text ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : null;
}

function setInstant(element: HTMLElement, name: string, value: number | string | null): void {
  if (value === null || value === undefined || value === '') {
    element.removeAttribute(name);
  } else {
    element.setAttribute(name, String(value));
  }
}

customElements.define('rollcall-duration', RollcallDuration);
