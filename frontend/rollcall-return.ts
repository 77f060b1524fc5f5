/**
 * `<rollcall-return at="1795300000000" soon="back at 12:30" late="due back at 12:30">`: when somebody
 * means to be back, and from then on that they were. It turns by the page's clock; nothing travels
 * over the wire.
 */
import { now, onSecond } from './rollcall-clock';

const connected = new Set<RollcallReturn>();
let stop: (() => void) | undefined;

class RollcallReturn extends HTMLElement {
  static observedAttributes = ['at', 'soon', 'late'];

  connectedCallback(): void {
    connected.add(this);
    stop ??= onSecond(() => connected.forEach((each) => each.write()));
    this.write();
  }

  disconnectedCallback(): void {
    connected.delete(this);
    if (connected.size === 0) {
      stop?.();
      stop = undefined;
    }
  }

  attributeChangedCallback(): void {
    this.write();
  }

  write(): void {
    const at = this.getAttribute('at');
    const late = !!at && now() >= Number(at);
    const text = at ? (this.getAttribute(late ? 'late' : 'soon') ?? '') : '';
    if (this.textContent !== text) {
      this.textContent = text;
    }
    this.toggleAttribute('overdue', late);
  }
}

customElements.define('rollcall-return', RollcallReturn);

export {};
