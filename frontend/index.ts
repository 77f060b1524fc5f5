/**
 * Starts a page. What it shows was asked for by rollcall-first-question.js and is made by the server
 * while the browser reads the components it is made of.
 */
import { Router, type Route } from '@vaadin/router';
import { Flow } from 'Frontend/generated/jar-resources/Flow.js';

interface FirstAnswer {
  appConfig: { appId: string; uidl: Record<string, unknown> };
  pushScript?: string;
}

type Place = HTMLElement & {
  onBeforeEnter?: (...asked: unknown[]) => unknown;
  onBeforeLeave?: (...asked: unknown[]) => unknown;
};

const world = window as unknown as {
  rollcallFirstAnswer?: Promise<FirstAnswer | undefined>;
  Vaadin: {
    TypeScript?: { initial?: FirstAnswer };
    Flow: { loadOnDemand?: (key: string) => Promise<unknown> };
  };
};

const outlet = document.querySelector<HTMLElement>('#outlet') as HTMLElement;
const components = () => import('Frontend/generated/flow/generated-flow-imports.js');
const flow = new Flow({ imports: components });

/** Fetches what the page needs besides the components all pages have. */
async function prepare({ appConfig, pushScript }: FirstAnswer): Promise<void> {
  if (pushScript) {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'preload', as: 'script', href: pushScript });
    document.head.append(link);
  }
  await components();
  const keys = JSON.stringify(appConfig.uidl.LAZY ?? []).matchAll(/loadOnDemand\('(\w+)'\)/g);
  await Promise.all([...keys].map(([, key]) => world.Vaadin.Flow.loadOnDemand?.(key)));
}

/**
 * The element Flow builds in; it finds the one that is there. Until the page is built nothing is
 * laid out: components that measure themselves would have that done over and over.
 */
function place({ appConfig }: FirstAnswer): void {
  const container = document.createElement(`flow-container-${appConfig.appId.toLowerCase()}`);
  container.id = appConfig.appId;
  container.style.display = 'none';
  const show = () => (container.style.display = '');
  new MutationObserver((_, built) => {
    built.disconnect();
    // All components bring themselves up to date first. Nobody draws a page in the background.
    if (document.hidden) {
      show();
    } else {
      requestAnimationFrame(show);
    }
  }).observe(container, { childList: true });
  outlet.append(container);
}

/**
 * Flow's route, for a router that takes what it shows out of the page and puts it back at each turn:
 * it gets a stand-in, and the page stays where it is.
 */
function route(): Route {
  const [{ path, action }] = flow.serverSideRoutes;
  const standIn = document.createElement('div') as Place;
  standIn.hidden = true;
  return {
    path,
    action: async (context) => {
      const container = (await action(context)) as Place;
      if (container !== flow.container) {
        return container;
      }
      if (container.parentNode !== outlet) {
        // The first question had no answer, and Flow asked itself.
        outlet.append(container);
      }
      const unless = (answer: unknown) => (answer === container ? undefined : answer);
      standIn.onBeforeEnter = async (...asked) => unless(await container.onBeforeEnter?.(...asked));
      standIn.onBeforeLeave = async (...asked) => unless(await container.onBeforeLeave?.(...asked));
      return standIn;
    },
  };
}

async function start(): Promise<void> {
  // All at once; each of them would otherwise be asked for when the one before has run.
  void import('Frontend/generated/jar-resources/FlowBootstrap.js');
  void components();
  void import('Frontend/generated/jar-resources/FlowClient.js');
  const first = await world.rollcallFirstAnswer;
  if (first) {
    await prepare(first);
    world.Vaadin.TypeScript = { initial: first };
    place(first);
    // Before there is a router: the server may have sent somebody on to another address.
    await flow.serverSideRoutes[0].action(location);
  }
  await new Router(outlet).setRoutes([route()]);
}

void start();
