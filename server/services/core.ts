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
  return {
    ports,
    changes,
    revisions,
    cache,
    catalogue: createCatalogueService(ports, revisions, onFault),
    maps: createMapReader(ports, createAnswerCache(), revisions),
    ledger: createLedgerWriter(ports.ledger, changes, revisions),
    sweeper: createSweeper(ports.events, revisions),
    metrics: createMetrics(),
    onFault,
  };
}
