/*
 * Asks the server for what the page shows, before the browser has read a single style or script.
 * Stands in the page itself and is asked for by index.ts; without an answer the page asks once more.
 */
(() => {
  const offset = (month) => new Date(new Date().getFullYear(), month, 1).getTimezoneOffset();
  const now = new Date().getTimezoneOffset();
  const standard = Math.max(offset(0), offset(6));
  // The formats of a language take thirty milliseconds to begin with.
  const zone = () => globalThis.Temporal?.Now.timeZoneId() ?? Intl.DateTimeFormat().resolvedOptions().timeZone ?? '';
  window.name ||= `v-${Math.random()}`;
  const question = new URLSearchParams({
    'v-r': 'init',
    location: location.pathname.slice(new URL(document.baseURI).pathname.length),
    query: location.search.slice(1),
    'v-sh': screen.height,
    'v-sw': screen.width,
    'v-wh': innerHeight,
    'v-ww': innerWidth,
    'v-bh': innerHeight,
    'v-bw': innerWidth,
    'v-curdate': Date.now(),
    'v-tzo': now,
    'v-rtzo': standard,
    'v-dstd': standard - Math.min(offset(0), offset(6)),
    'v-dston': now !== standard,
    'v-tzid': zone(),
    'v-wn': window.name,
    'v-td': 'ontouchstart' in window,
    'v-pr': devicePixelRatio,
    'v-np': navigator.platform,
    'v-cs': document.documentElement.style.colorScheme,
    'v-pv': document.hidden ? 'HIDDEN' : document.hasFocus() ? 'VISIBLE' : 'VISIBLE_NOT_FOCUSED',
    'v-tn': 'aura',
  });
  window.rollcallFirstAnswer = fetch(`?${question}`)
    .then((answer) =>
      answer.ok && answer.headers.get('content-type')?.includes('json') ? answer.json() : undefined,
    )
    .catch(() => undefined);
  // What shows hours will need them soon; now the browser waits for its scripts anyway.
  setTimeout(() => Intl.DateTimeFormat());
})();
