import type { Plugin, Rolldown, UserConfigFn } from 'vite';
import { overrideVaadinConfig } from './vite.generated';

/** What every page loads, one after the other, before anything is on screen. */
const EVERY_PAGE = /^(FlowBootstrap|generated-flow-imports|FlowClient)$/;

/**
 * Has the browser fetch at once what every page needs. Each of these scripts is asked for only when
 * the one before has run, and the components when the list of them has come.
 */
function preloadWhatEveryPageNeeds(): Plugin {
  return {
    name: 'rollcall-preload',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle, chunk: entry }) =>
        bundle &&
        [...needed(bundle)]
          .filter((file) => file !== entry?.fileName && !entry?.imports.includes(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
            injectTo: 'head' as const,
          })),
    },
  };
}

function needed(bundle: Rolldown.OutputBundle): Set<string> {
  const found = new Set<string>();
  const need = (file: string) => {
    const chunk = bundle[file];
    if (chunk?.type === 'chunk' && !found.has(file)) {
      found.add(file);
      chunk.imports.forEach(need);
    }
  };
  Object.values(bundle)
    .filter((part): part is Rolldown.OutputChunk => part.type === 'chunk' && EVERY_PAGE.test(part.name))
    .forEach((chunk) => need(chunk.fileName));
  return found;
}

const customConfig: UserConfigFn = () => ({
  plugins: [preloadWhatEveryPageNeeds()],
});

export default overrideVaadinConfig(customConfig);
