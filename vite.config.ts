import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin, Rolldown, UserConfigFn } from 'vite';
import { ICONS } from './frontend/rollcall-icons';
import { overrideVaadinConfig } from './vite.generated';

/** What every page loads before anything is on screen. */
const EVERY_PAGE = /[\\/](FlowBootstrap|FlowClient|generated-flow-imports)\.js$/;

const EVERY_PAGES_CHUNK = 'every-page';

/**
 * Has the browser fetch at once what every page needs: the scripts, which are asked for only when the
 * one before them has run, and what the page shows.
 */
function fetchWhatEveryPageNeeds(): Plugin {
  return {
    name: 'rollcall-first',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle, chunk: entry }) =>
        bundle && [
          {
            tag: 'script',
            children: readFileSync(path.resolve(__dirname, 'frontend/rollcall-first-question.js'), 'utf8'),
            injectTo: 'head-prepend' as const,
          },
          ...[...needed(bundle, isEveryPages)]
            .filter((file) => file !== entry?.fileName && !entry?.imports.includes(file))
            .map((file) => ({
              tag: 'link',
              attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
              injectTo: 'head' as const,
            })),
        ],
    },
  };
}

/**
 * Writes down which files a view is made of besides what every page needs, by the number the
 * framework has for it, so that the server can name them in the page (dev.rollcall.shell.ViewFiles).
 */
function listFilesOfViews(): Plugin {
  return {
    name: 'rollcall-views',
    apply: 'build',
    generateBundle(_, bundle) {
      const list = readFileSync(path.resolve(__dirname, 'frontend/generated/flow/generated-flow-imports.js'), 'utf8');
      const everywhere = needed(bundle, (chunk) => chunk.isEntry || isEveryPages(chunk));
      const views = [...list.matchAll(/key === '(\w+)'\) {\s*pending\.push\(import\('\.\/chunks\/([\w-]+)\.js'\)\)/g)].map(
        ([, key, name]) => {
          const files = needed(bundle, (chunk) =>
            chunk.moduleIds.some((id) => id.endsWith(`/flow/chunks/${name}.js`)),
          );
          return [key, [...files].filter((file) => !everywhere.has(file))];
        },
      );
      this.emitFile({
        type: 'asset',
        fileName: 'VAADIN/build/views.json',
        source: JSON.stringify(Object.fromEntries(views)),
      });
    },
  };
}

const isEveryPages = (chunk: Rolldown.OutputChunk) => chunk.moduleIds.some((id) => EVERY_PAGE.test(id));

function needed(bundle: Rolldown.OutputBundle, by: (chunk: Rolldown.OutputChunk) => boolean): Set<string> {
  const found = new Set<string>();
  const need = (file: string) => {
    const chunk = bundle[file];
    if (chunk?.type === 'chunk' && !found.has(file)) {
      found.add(file);
      chunk.imports.forEach(need);
    }
  };
  Object.values(bundle)
    .filter((part): part is Rolldown.OutputChunk => part.type === 'chunk')
    .filter(by)
    .forEach((chunk) => need(chunk.fileName));
  return found;
}

/** The set of icons holds hundreds; this leaves ours. */
function onlyOurIcons(): Plugin {
  return {
    name: 'rollcall-icons',
    apply: 'build',
    transform(code, id) {
      return /@vaadin[\\/]icons[\\/]vaadin-iconset\.js$/.test(id.split('?')[0])
        ? {
            code: code.replace(/<g id="vaadin:([\w-]+)">.*?<\/g>\n/gs, (icon, name) => (ICONS.includes(name) ? icon : '')),
            map: null,
          }
        : null;
    },
  };
}

/**
 * The framework's client looks every 50 ms whether the page is ready, for the first time after 50 ms;
 * when it is asked to start, the page is.
 */
function startClientAtOnce(): Plugin {
  const look = /(?<='DOMContentLoaded',\w+=)50(?=;)/;
  return {
    name: 'rollcall-client',
    apply: 'build',
    transform(code, id) {
      if (!/jar-resources[\\/]FlowClient\.js$/.test(id.split('?')[0])) {
        return null;
      }
      if (!look.test(code)) {
        this.error('FlowClient.js no longer looks every 50 ms whether the page is ready: adapt or remove this.');
      }
      return { code: code.replace(look, '0'), map: null };
    },
  };
}

const customConfig: UserConfigFn = () => ({
  plugins: [fetchWhatEveryPageNeeds(), listFilesOfViews(), onlyOurIcons(), startClientAtOnce()],
  build: {
    rolldownOptions: {
      output: {
        // Some forty small files otherwise.
        codeSplitting: { groups: [{ name: EVERY_PAGES_CHUNK, test: EVERY_PAGE }] },
      },
    },
  },
});

export default overrideVaadinConfig(customConfig);
