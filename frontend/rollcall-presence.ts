/**
 * `<rollcall-presence kind="available">`: the shape that tells a presence without its colour. An
 * inline SVG in the light DOM, drawn in `currentColor`, as high as the text beside it.
 */
const INK = 'stroke="var(--rollcall-shape-ink, #fff)" stroke-width="2" stroke-linecap="round" fill="none"';
const DISC = '<circle cx="8" cy="8" r="7" fill="currentColor"/>';

const SHAPES: Record<string, string> = {
  available: `${DISC}<path d="M4.8 8.3 7.1 10.6 11.3 5.8" stroke-linejoin="round" ${INK}/>`,
  active: `${DISC}<path d="M6.6 5.2v5.6L11 8z" fill="var(--rollcall-shape-ink, #fff)"/>`,
  unavailable: `${DISC}<path d="M4.8 8h6.4" ${INK}/>`,
  away: '<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="2"/>',
  unknown:
    '<path d="M4.6 5.4A3.5 3.5 0 1 1 9.6 8.5C8.4 9.1 8 9.6 8 10.6" fill="none" stroke="currentColor"' +
    ' stroke-width="2" stroke-linecap="round"/><circle cx="8" cy="13.8" r="1.3" fill="currentColor"/>',
};

class RollcallPresence extends HTMLElement {
  static observedAttributes = ['kind'];

  connectedCallback(): void {
    this.setAttribute('aria-hidden', 'true');
  }

  attributeChangedCallback(): void {
    const kind = this.getAttribute('kind') ?? 'unknown';
    this.innerHTML = `<svg viewBox="0 0 16 16" focusable="false">${SHAPES[kind] ?? SHAPES.unknown}</svg>`;
  }
}

customElements.define('rollcall-presence', RollcallPresence);

export {};
