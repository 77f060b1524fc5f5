/**
 * `<rollcall-shape kind="out">`: the shape that tells a severity without its colour. An inline SVG
 * in the light DOM, drawn in `currentColor`, as high as the text beside it.
 */
const INK = 'fill="var(--rollcall-shape-ink, #fff)"';

const SHAPES: Record<string, string> = {
  // a ring with a dot: quiet, and unlike every other shape here
  in: '<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="2"/>',
  grace:
    '<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="2"/>' +
    '<path d="M8 2a6 6 0 0 0 0 12z" fill="currentColor"/>',
  out:
    '<path d="M8 1.2 15.4 14.4a.8.8 0 0 1-.7 1.1H1.3a.8.8 0 0 1-.7-1.1z" fill="currentColor"/>' +
    `<rect x="7.1" y="5.6" width="1.8" height="5" rx=".9" ${INK}/><circle cx="8" cy="12.7" r="1.05" ${INK}/>`,
  severe:
    '<path d="M5 .6h6L15.4 5v6L11 15.4H5L.6 11V5z" fill="currentColor"/>' +
    `<rect x="4.6" y="3.6" width="1.9" height="5.6" rx=".95" ${INK}/><circle cx="5.55" cy="11.6" r="1.1" ${INK}/>` +
    `<rect x="9.5" y="3.6" width="1.9" height="5.6" rx=".95" ${INK}/><circle cx="10.45" cy="11.6" r="1.1" ${INK}/>`,
  'not-scheduled': '<rect x="2" y="7" width="12" height="2.2" rx="1.1" fill="currentColor"/>',
  unknown:
    '<path d="M4.6 5.4A3.5 3.5 0 1 1 9.6 8.5C8.4 9.1 8 9.6 8 10.6" fill="none" stroke="currentColor"' +
    ' stroke-width="2" stroke-linecap="round"/><circle cx="8" cy="13.8" r="1.3" fill="currentColor"/>',
};

class RollcallShape extends HTMLElement {
  static observedAttributes = ['kind'];

  connectedCallback(): void {
    this.setAttribute('aria-hidden', 'true');
  }

  attributeChangedCallback(): void {
    this.innerHTML = `<svg viewBox="0 0 16 16" focusable="false">${SHAPES[this.kind] ?? SHAPES.unknown}</svg>`;
  }

  get kind(): string {
    return this.getAttribute('kind') ?? 'unknown';
  }

  set kind(value: string) {
    this.setAttribute('kind', value);
  }
}

customElements.define('rollcall-shape', RollcallShape);

export {};
