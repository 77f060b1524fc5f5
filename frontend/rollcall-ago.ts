/**
 * `<rollcall-ago at="1795300000000" lang="en-GB" title="24 Nov 2026, 09:00">`: how long ago something
 * was, by the page's clock: "2 minutes ago", "yesterday". After a week it is the title, which is the
 * date and time itself. Plain text in the light DOM, so it takes the style of its surroundings.
 */
import { now, onSecond } from './rollcall-clock';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/** "now", "2 minutes ago", "yesterday"; nothing for what is a week ago or more. */
export function ago(milliseconds: number, language: string): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const past = Math.max(0, milliseconds);
  if (past < MINUTE) {
    return format.format(0, 'second');
  }
  if (past < HOUR) {
    return format.format(-Math.floor(past / MINUTE), 'minute');
  }
  if (past < DAY) {
    return format.format(-Math.floor(past / HOUR), 'hour');
  }
  return past < WEEK ? format.format(-Math.floor(past / DAY), 'day') : '';
}

class RollcallAgo extends HTMLElement {
  #stop?: () => void;
  #minute = -1;

  connectedCallback(): void {
    this.#minute = -1;
    this.#stop = onSecond(() => this.write());
    this.write();
  }

  disconnectedCallback(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  /** Writes it anew when another minute began. */
  write(): void {
    const past = now() - Number(this.getAttribute('at'));
    const minute = Math.floor(past / MINUTE);
    if (minute !== this.#minute) {
      this.#minute = minute;
      this.textContent = ago(past, this.lang) || this.title;
    }
  }
}

customElements.define('rollcall-ago', RollcallAgo);
