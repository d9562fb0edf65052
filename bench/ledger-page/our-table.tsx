import { connectTo } from '#api';
import { LedgerPage } from '#src/features/ledger/index';
import { ledgerSearch } from '#src/features/ledger/search';
import { LanguageProvider } from '#ui';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { answerLedger } from './answer-ledger';

connectTo('/api/v1');
answerLedger();

const root = createRootRoute();
const ledger = createRoute({ getParentRoute: () => root, path: '/ledger', validateSearch: ledgerSearch, component: LedgerPage });
const ticket = createRoute({ getParentRoute: () => root, path: '/ledger/$ticket', component: () => undefined });
const panorama = createRoute({ getParentRoute: () => root, path: '/panorama', component: () => undefined });
const router = createRouter({ routeTree: root.addChildren([ledger, ticket, panorama]), history: createMemoryHistory({ initialEntries: ['/ledger'] }) });

/** The product's own page of the ledger, with the shell away; what it asks is answered in the page, after a moment. */
export const OurTable = () => (
  <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { staleTime: 30_000 } } })}>
    <MantineProvider>
      <LanguageProvider language="zh">
        {/* A router of its own, where the whole page's is registered. */}
        <RouterProvider router={router as never} />
      </LanguageProvider>
    </MantineProvider>
  </QueryClientProvider>
);
