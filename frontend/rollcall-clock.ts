/**
 * The browser's copy of the server's application clock. The server says once what time it is and how
 * fast its clock runs; from then on every duration, every now-line and every open segment on the
 * page moves by this clock, and nothing travels over the wire.
 *
 * `now()` is the server's application time in epoch milliseconds. In a demo the clock may run ten
 * times as fast, or stand still.
 */
import { LitElement, nothing } from 'lit';

/** What the server knows about its clock at the moment it speaks. */
export interface ClockReading {
  /** The application's time, epoch milliseconds. */
  serverNow: number;
  /** Seconds that pass on the application's clock in one real second; 0 while it stands. */
  rate: number;
}

type Listener = () => void;

let anchor = { server: Date.now(), wall: Date.now(), steady: performance.now(), rate: 1 };
const secondListeners = new Set<Listener>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** The application's time now, epoch milliseconds. */
export function now(): number {
  return anchor.server + (Date.now() - anchor.wall) * anchor.rate;
}

/** Seconds of application time in one real second. */
export function rate(): number {
  return anchor.rate;
}

/** Takes over the server's reading of its clock; everything that ticks is redrawn at once. */
export function setClock(reading: ClockReading): void {
  anchor = {
    server: reading.serverNow,
    wall: Date.now(),
    steady: performance.now(),
    rate: reading.rate,
  };
  tick();
}

/**
 * Calls the listener about once a real second while the page is visible, and once when it becomes
 * visible again. There is one timer for the whole page.
 *
 * @returns a function that ends the calls
 */
export function onSecond(listener: Listener): () => void {
  secondListeners.add(listener);
  schedule();
  return () => {
    secondListeners.delete(listener);
    if (secondListeners.size === 0) {
      clearTimeout(timer);
      timer = undefined;
    }
  };
}

function tick(): void {
  for (const listener of [...secondListeners]) {
    listener();
  }
}

function schedule(): void {
  if (timer !== undefined || document.hidden || secondListeners.size === 0) {
    return;
  }
  // On the full second of the wall clock, so that all figures of a page change together.
  timer = setTimeout(
    () => {
      timer = undefined;
      tick();
      schedule();
    },
    1000 - (Date.now() % 1000),
  );
}

document.addEventListener('visibilitychange', () => {
  clearTimeout(timer);
  timer = undefined;
  if (!document.hidden) {
    tick();
    schedule();
  }
});

/**
 * How far the machine's wall clock has moved apart from its steady one since the last reading:
 * somebody set it, or the machine slept.
 */
function wallClockJump(): number {
  return Math.abs(Date.now() - anchor.wall - (performance.now() - anchor.steady));
}

/** Carries the server's reading to the page; draws nothing. The server adds one to each UI. */
class RollcallClock extends LitElement {
  static properties = { reading: { attribute: false } };

  declare reading: ClockReading | undefined;
  declare $server?: { readAgain(): void };

  private stop?: () => void;

  connectedCallback(): void {
    super.connectedCallback();
    this.hidden = true;
    this.stop = onSecond(() => {
      if (wallClockJump() > 2000 && this.$server) {
        anchor.steady = performance.now() - (Date.now() - anchor.wall);
        this.$server.readAgain();
      }
    });
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
  }

  protected updated(): void {
    if (this.reading) {
      setClock(this.reading);
    }
  }

  protected render() {
    return nothing;
  }
}

customElements.define('rollcall-clock', RollcallClock);
