/**
 * `<rollcall-live>`: whether what the page shows is live. The server sends a beat every few seconds;
 * when none has come for a while, or the connection is lost, the badge says so by itself.
 */
import { css, html, LitElement, type PropertyValues } from 'lit';
import { onSecond } from './rollcall-clock';

interface Words {
  /** A BCP 47 tag. */
  language: string;
  live: string;
  stale: string;
  reconnecting: string;
}

type State = 'live' | 'stale' | 'reconnecting';

interface ConnectionState {
  state: string;
  addStateChangeListener(listener: () => void): void;
  removeStateChangeListener(listener: () => void): void;
}

class RollcallLive extends LitElement {
  static properties = {
    beat: { attribute: false },
    patience: { attribute: false },
    words: { attribute: false },
    state: { attribute: 'state', reflect: true },
    age: { state: true },
  };

  static styles = css`
    :host {
      display: inline-flex;
      align-items: center;
      gap: 0.45em;
      white-space: nowrap;
      font-variant-numeric: tabular-nums;
    }
    i {
      width: 0.55em;
      height: 0.55em;
      border-radius: 50%;
      background: var(--rollcall-live, currentColor);
      flex: none;
    }
    :host(:not([state='live'])) i {
      border-radius: 1px;
      background: var(--rollcall-grace);
      rotate: 45deg;
    }
    .said {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  `;

  /** Counts the server's beats. */
  declare beat: number;
  /** Seconds without a beat after which the page is stale. */
  declare patience: number;
  declare words: Words | undefined;
  declare state: State;
  declare age: number;

  private heard = performance.now();
  private stop?: () => void;

  constructor() {
    super();
    this.beat = 0;
    this.patience = 12;
    this.state = 'live';
    this.age = 0;
  }

  connectedCallback(): void {
    super.connectedCallback();
    this.heard = performance.now();
    this.stop = onSecond(() => this.judge());
    this.connection?.addStateChangeListener(this.onConnection);
    document.addEventListener('visibilitychange', this.onVisible);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
    this.connection?.removeStateChangeListener(this.onConnection);
    document.removeEventListener('visibilitychange', this.onVisible);
  }

  private get connection(): ConnectionState | undefined {
    return (window as { Vaadin?: { connectionState?: ConnectionState } }).Vaadin?.connectionState;
  }

  private readonly onConnection = () => this.judge();

  /** While it was hidden the page was told nothing: it gets a little time to ask. */
  private readonly onVisible = () => {
    if (!document.hidden) {
      this.heard = Math.max(this.heard, performance.now() - (this.patience - 3) * 1000);
      this.judge();
    }
  };

  protected willUpdate(changed: PropertyValues): void {
    if (changed.has('beat')) {
      this.heard = performance.now();
      this.judge();
    }
  }

  private judge(): void {
    const seconds = (performance.now() - this.heard) / 1000;
    this.age = Math.floor(seconds);
    const connection = this.connection?.state;
    const lost = connection === 'reconnecting' || connection === 'connection-lost';
    this.state = lost ? 'reconnecting' : seconds > this.patience ? 'stale' : 'live';
  }

  protected render() {
    const text = this.words?.[this.state] ?? '';
    const [said] = text.split(' – ');
    return html`<i></i><span aria-hidden="true">${text.replace('{0}', ageText(this.age, this.words?.language))}</span>
      <span class="said" role="status">${said}</span>`;
  }
}

/** "2 s", "3 min" */
function ageText(seconds: number, language?: string): string {
  const [value, unit] = seconds < 60 ? [seconds, 'second'] : [Math.floor(seconds / 60), 'minute'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
}

customElements.define('rollcall-live', RollcallLive);
