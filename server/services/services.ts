import { createImportService, type ImportService } from '../ingest/import-service';
import type { Ports } from '../ports';
import { type Core, createCore } from './core';
import type { OnFault } from './on-fault';

/** What routes and jobs share. */
export interface Services extends Core {
  imports: ImportService;
}

export function createServices(ports: Ports, onFault: OnFault): Services {
  const core = createCore(ports, onFault);
  return { ...core, imports: createImportService(core) };
}
