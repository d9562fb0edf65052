import type { Ports } from '../ports';
import { type CatalogueService, createCatalogueService } from './catalogue-service';
import { type Changes, createChanges } from './changes';
import type { OnFault } from './on-fault';
import { createRevisions, type Revisions } from './revisions';
import { createSweeper, type Sweeper } from './sweeper';

/** What routes and jobs share: the ports, and the little that has to be one for all of them. */
export interface Services {
  ports: Ports;
  changes: Changes;
  revisions: Revisions;
  catalogue: CatalogueService;
  sweeper: Sweeper;
  onFault: OnFault;
}

export function createServices(ports: Ports, onFault: OnFault): Services {
  const run = Date.now().toString(36);
  const changes = createChanges(run);
  const revisions = createRevisions(ports.events, changes, run);
  return {
    ports,
    changes,
    revisions,
    catalogue: createCatalogueService(ports, revisions, onFault),
    sweeper: createSweeper(ports.events, revisions),
    onFault,
  };
}
