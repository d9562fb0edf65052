import type { Ports } from '../ports';
import { type AnswerCache, createAnswerCache } from './answer-cache';
import { type CatalogueService, createCatalogueService } from './catalogue-service';
import { type Changes, createChanges } from './changes';
import { createLedgerWriter, type LedgerWriter } from './ledger-writer';
import { createMapReader, type MapReader } from './map-reader';
import { createMetrics, type Metrics } from './metrics';
import type { OnFault } from './on-fault';
import { createRevisions, type Revisions } from './revisions';
import { createSweeper, type Sweeper } from './sweeper';
import { createOutbox } from './webhooks/outbox';

/** The ports, and the little that has to be one for all who work with them. */
export interface Core {
  ports: Ports;
  changes: Changes;
  revisions: Revisions;
  cache: AnswerCache;
  catalogue: CatalogueService;
  maps: MapReader;
  ledger: LedgerWriter;
  sweeper: Sweeper;
  metrics: Metrics;
  onFault: OnFault;
}

export function createCore(ports: Ports, onFault: OnFault): Core {
  const run = Date.now().toString(36);
  const changes = createChanges(run);
  const revisions = createRevisions(ports.events, changes, run);
  const cache = createAnswerCache();
  const catalogue = createCatalogueService(ports, revisions, onFault);
  return {
    ports,
    changes,
    revisions,
    cache,
    catalogue,
    maps: createMapReader(ports, createAnswerCache(), revisions),
    ledger: createLedgerWriter(ports.ledger, changes, revisions, createOutbox(ports, catalogue, onFault)),
    sweeper: createSweeper(ports.events, revisions),
    metrics: createMetrics(),
    onFault,
  };
}
