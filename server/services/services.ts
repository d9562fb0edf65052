import { type AnnotationService, createAnnotationService } from './annotations/annotation-service';
import { createImportService, type ImportService } from '../ingest/import-service';
import type { Ports } from '../ports';
import { type Core, createCore } from './core';
import { createHandoffSettings, type HandoffSettings } from './handoff-settings';
import type { OnFault } from './on-fault';
import { createProfilesService, type ProfilesService } from './profiles-service';
import { createRequestTally, type RequestTally } from './request-tally';
import { createTaskReconciler, type TaskReconciler } from './task-reconciler';
import { createTaskService, type TaskService } from './task-service';
import { type BulkService, createBulkService } from './tickets/bulk-service';
import { createEvidenceService, type EvidenceService } from './tickets/evidence-service';
import { createTicketParts, type TicketParts } from './tickets/ticket-parts';
import { createTicketService, type TicketService } from './tickets/ticket-service';
import { createVoiceService, type VoiceService } from './voice/voice-service';
import { createViewsService, type ViewsService } from './views-service';
import { createWebhookDispatcher, type WebhookDispatcher } from './webhooks/webhook-dispatcher';
import { createWebhookService, type WebhookService } from './webhooks/webhook-service';

/** What routes and jobs share. */
export interface Services extends Core {
  imports: ImportService;
  profiles: ProfilesService;
  requests: RequestTally;
  handoffSettings: HandoffSettings;
  tasks: TaskService;
  reconciler: TaskReconciler;
  evidence: EvidenceService;
  tickets: TicketService;
  ticketParts: TicketParts;
  bulk: BulkService;
  annotations: AnnotationService;
  views: ViewsService;
  voice: VoiceService;
  dispatcher: WebhookDispatcher;
  webhooks: WebhookService;
}

export function createServices(ports: Ports, onFault: OnFault): Services {
  const core = createCore(ports, onFault);
  const handoffSettings = createHandoffSettings(core);
  const evidence = createEvidenceService(core);
  const tickets = createTicketService(core, evidence);
  const dispatcher = createWebhookDispatcher(ports);
  return {
    ...core,
    imports: createImportService(core),
    profiles: createProfilesService(core),
    requests: createRequestTally(ports.clock()),
    handoffSettings,
    tasks: createTaskService(core),
    reconciler: createTaskReconciler(core, handoffSettings),
    evidence,
    tickets,
    ticketParts: createTicketParts(core, tickets),
    bulk: createBulkService(core),
    annotations: createAnnotationService(core),
    views: createViewsService(core),
    voice: createVoiceService(core),
    dispatcher,
    webhooks: createWebhookService(core, dispatcher),
  };
}
