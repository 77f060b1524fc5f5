import './rollcall-presence';
import { openFinder, type Choice, type FindWords } from './rollcall-status-find';

/**
 * `<rollcall-status>`: the frame round a person's status menu. Alt+S opens it from anywhere, and
 * while it is open the letter shown at the end of an entry chooses it. Ctrl+K, or Cmd+K, offers the
 * same entries to whoever would rather type. Says so when the server is
 * out of reach, and lets nobody believe that a choice made then would count. The presence is also
 * written on the page itself, where the badge on the avatar takes its colour from. `due-in` is how
 * many milliseconds after it was set the plan says something else; with each new `look` the server is
 * asked for what it did not know by heart when it told of a change.
 */
interface Connection {
  state: string;
  addStateChangeListener(listener: (before: string, now: string) => void): void;
  removeStateChangeListener(listener: (before: string, now: string) => void): void;
}

const connection = (): Connection | undefined =>
  (window as unknown as { Vaadin?: { connectionState?: Connection } }).Vaadin?.connectionState;

const isShown = (element: Element): boolean => element.getClientRects().length > 0;

const isAsked = (): boolean => document.querySelector('dialog[open], vaadin-dialog[opened]') !== null;

class RollcallStatus extends HTMLElement {
  static observedAttributes = ['presence', 'due-in', 'look'];

  /** What the menu offers, for Ctrl+K. */
  choices: Choice[] = [];
  findWords: FindWords = { title: '', nothing: '' };

  private dueTimer = 0;

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.altKey && !event.ctrlKey && !event.metaKey && event.code === 'KeyS') {
      event.preventDefault();
      this.open();
      return;
    }
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      event.stopPropagation();
      this.find();
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey || event.key.length !== 1) {
      return;
    }
    const wanted = event.key.toLowerCase();
    for (const mark of document.querySelectorAll('vaadin-menu-bar-item [data-mnemonic]')) {
      if (mark.getAttribute('data-mnemonic') === wanted && isShown(mark)) {
        event.preventDefault();
        event.stopPropagation();
        (mark.closest('vaadin-menu-bar-item') as HTMLElement).click();
        return;
      }
    }
  };

  private readonly onConnection = (_: string, now: string): void => {
    const lost = now === 'connection-lost' || now === 'reconnecting';
    const before = this.hasAttribute('offline');
    this.toggleAttribute('offline', lost);
    if (before && !lost) {
      this.dispatchEvent(new CustomEvent('reconnected'));
    }
  };

  connectedCallback(): void {
    document.addEventListener('keydown', this.onKey, true);
    this.addEventListener('click', this.refuseOffline, true);
    connection()?.addStateChangeListener(this.onConnection);
    this.paintPage();
    this.waitForDue();
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.dueTimer);
    document.removeEventListener('keydown', this.onKey, true);
    this.removeEventListener('click', this.refuseOffline, true);
    connection()?.removeStateChangeListener(this.onConnection);
    delete document.documentElement.dataset.presence;
  }

  attributeChangedCallback(name: string): void {
    if (name === 'due-in') {
      this.waitForDue();
    } else if (name === 'look') {
      this.dispatchEvent(new CustomEvent('look'));
    } else {
      this.paintPage();
    }
  }

  /** The plan says something else then; the server looks again. */
  private waitForDue(): void {
    window.clearTimeout(this.dueTimer);
    const millis = this.getAttribute('due-in');
    if (this.isConnected && millis !== null) {
      this.dueTimer = window.setTimeout(
        () => this.dispatchEvent(new CustomEvent('due')),
        Number(millis) + 500,
      );
    }
  }

  open(): void {
    const button = this.querySelector<HTMLElement>('vaadin-menu-bar-button');
    button?.focus();
    button?.click();
  }

  /** Not over a dialog: that one asks something already. */
  find(): void {
    if (this.hasAttribute('offline') || isAsked()) {
      return;
    }
    openFinder(this.choices, this.findWords, (key) =>
      this.dispatchEvent(new CustomEvent('found', { detail: { key } })),
    );
  }

  private readonly refuseOffline = (event: Event): void => {
    if (this.hasAttribute('offline')) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  private paintPage(): void {
    if (this.isConnected) {
      document.documentElement.dataset.presence = this.getAttribute('presence') ?? 'away';
    }
  }
}

customElements.define('rollcall-status', RollcallStatus);
