import { handoffsSearch } from '#src/features/handoffs/search';
import { panoramaSearch } from '#src/features/panorama/search';
import { ledgerSearch } from '#src/features/ledger/search';
import { briefSearch } from '#src/features/nps/brief-search';
import { npsSearch } from '#src/features/nps/search';
import { dataSearch } from '#src/features/sources/search';
import { voiceSearch } from '#src/features/voice/search';
import {
  createBrowserHistory,
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import { Crashed } from './crashed';
import { NotFound } from './not-found';
import { parseSearch, stringifySearch } from './search-params';
import { Shell } from './shell';

const root = createRootRoute({
  component: Shell,
  // `?api=mock` stays in the address, so that a link from a mock session opens the mock.
  validateSearch: ({ api }: Record<string, unknown>): { api?: 'mock' | undefined } => (api === 'mock' ? { api } : {}),
  search: { middlewares: [retainSearchParams(['api'])] },
});

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/panorama', replace: true });
  },
});

const panorama = createRoute({
  getParentRoute: () => root,
  path: '/panorama',
  validateSearch: panoramaSearch,
  component: lazyRouteComponent(() => import('#src/features/panorama/index'), 'PanoramaPage'),
});

const journey = createRoute({
  getParentRoute: () => root,
  path: '/panorama/$journey',
  validateSearch: panoramaSearch,
  component: lazyRouteComponent(() => import('#src/features/panorama/index'), 'JourneyPage'),
});

const handoffs = createRoute({
  getParentRoute: () => root,
  path: '/handoffs',
  validateSearch: handoffsSearch,
  component: lazyRouteComponent(() => import('#src/features/handoffs/index'), 'HandoffsPage'),
});

const ledger = createRoute({
  getParentRoute: () => root,
  path: '/ledger',
  validateSearch: ledgerSearch,
  component: lazyRouteComponent(() => import('#src/features/ledger/index'), 'LedgerPage'),
});

const ticket = createRoute({
  getParentRoute: () => root,
  path: '/ledger/$ticket',
  validateSearch: ledgerSearch,
  component: lazyRouteComponent(() => import('#src/features/ledger/ticket-route'), 'TicketRoute'),
});

const nps = createRoute({
  getParentRoute: () => root,
  path: '/nps',
  validateSearch: npsSearch,
  component: lazyRouteComponent(() => import('#src/features/nps/index'), 'NpsPage'),
});

const npsBrief = createRoute({
  getParentRoute: () => root,
  path: '/nps/brief',
  validateSearch: briefSearch,
  component: lazyRouteComponent(() => import('#src/features/nps/brief'), 'BriefPage'),
});

const voice = createRoute({
  getParentRoute: () => root,
  path: '/voice',
  validateSearch: voiceSearch,
  component: lazyRouteComponent(() => import('#src/features/voice/index'), 'VoicePage'),
});

const data = createRoute({
  getParentRoute: () => root,
  path: '/data',
  validateSearch: dataSearch,
  component: lazyRouteComponent(() => import('#src/features/sources/index'), 'DataPage'),
});

/** The pages. The static demo site lives on servers that know only one file, so its pages come after a `#`. */
export const router = createRouter({
  routeTree: root.addChildren([home, panorama, journey, handoffs, ledger, ticket, nps, npsBrief, voice, data]),
  history: import.meta.env.MODE === 'demo' ? createHashHistory() : createBrowserHistory(),
  basepath: import.meta.env.MODE === 'demo' ? '/' : import.meta.env.BASE_URL,
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
  scrollToTopSelectors: ['#main'],
  defaultErrorComponent: Crashed,
  defaultNotFoundComponent: NotFound,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
