/**
 * `<rollcall-keys>`: single keys that do something on a page: "/" searches, "r" sorts again. Not
 * while somebody types or a dialog is open, never with Ctrl, Alt or Meta, and not at all once they
 * were switched off (WCAG 2.1.4), which this browser remembers.
 */
const SWITCH = 'rollcall.keys';

const TYPING =
  'input, textarea, select, [contenteditable], vaadin-combo-box, vaadin-multi-select-combo-box, vaadin-select,' +
  ' vaadin-date-picker, [role="listbox"], [role="menu"]';

/** What the space bar presses already. */
const PRESSED = 'button, a, summary, vaadin-button, vaadin-checkbox, vaadin-grid, [role="button"]';

const OPEN_DIALOG = 'vaadin-dialog[opened], vaadin-confirm-dialog[opened], vaadin-popover[opened], dialog[open]';

class RollcallKeys extends HTMLElement {
  /** The keys that are listened for, as `KeyboardEvent.key` names them. */
  keys: string[] = [];

  connectedCallback(): void {
    this.hidden = true;
    document.addEventListener('keydown', this.onKey);
    this.tell();
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.onKey);
  }

  get enabled(): boolean {
    return localStorage.getItem(SWITCH) !== 'off';
  }

  set enabled(enabled: boolean) {
    localStorage.setItem(SWITCH, enabled ? 'on' : 'off');
    this.tell();
  }

  private tell(): void {
    this.dispatchEvent(new CustomEvent('keys-switched', { detail: { enabled: this.enabled } }));
  }

  private readonly onKey = (event: KeyboardEvent) => {
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (
      event.defaultPrevented ||
      event.isComposing ||
      event.ctrlKey ||
      event.altKey ||
      event.metaKey ||
      !this.enabled ||
      document.querySelector(OPEN_DIALOG)
    ) {
      return;
    }
    if (key === ' ' && event.composedPath().some((node) => node instanceof Element && node.matches(PRESSED))) {
      return;
    }
    const target = event.composedPath()[0];
    if (target instanceof Element && (target.closest(TYPING) || this.inField(event))) {
      return;
    }
    const field = this.fieldOf(key);
    if (!field && !this.keys.includes(key)) {
      return;
    }
    event.preventDefault();
    if (field) {
      field.focus();
      return;
    }
    this.dispatchEvent(new CustomEvent('key-pressed', { detail: { key } }));
  };

  /** The field a key moves the focus to, where the page has one to show. */
  private fieldOf(key: string): HTMLElement | undefined {
    const fields = document.querySelectorAll<HTMLElement>(`[aria-keyshortcuts="${CSS.escape(key)}"]`);
    return [...fields].find((field) => field.checkVisibility());
  }

  /** A field's own input lies in its light DOM, its buttons in its shadow. */
  private inField(event: KeyboardEvent): boolean {
    return event.composedPath().some((node) => node instanceof Element && node.matches(TYPING));
  }
}

customElements.define('rollcall-keys', RollcallKeys);

export {};
