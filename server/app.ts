import { ENDPOINTS } from '#contract';
import { Hono } from 'hono';
import { createBinder } from './http/bind';
import { addFallbacks } from './http/fallback';
import { measure } from './http/measure';
import { crossOrigin, sameOriginWrites, secureHeaders } from './http/guard';
import type { Ports } from './ports';
import { bindAnnotations } from './routes/annotations';
import { bindCatalogue } from './routes/catalogue';
import { bindEdge } from './routes/edge';
import { bindEvents } from './routes/events';
import { bindFrames } from './routes/frames';
import { bindHandoffRules } from './routes/handoff-rules';
import { bindImports } from './routes/imports';
import { bindInstances } from './routes/instances';
import { bindLedgerFiles } from './routes/ledger-files';
import { bindNode } from './routes/node';
import { bindNps } from './routes/nps';
import { bindPanorama } from './routes/panorama';
import { bindPeople } from './routes/people';
import { bindProfiles } from './routes/profiles';
import { bindOpenapi } from './routes/openapi';
import { bindQuality } from './routes/quality';
import { bindRatings } from './routes/ratings';
import { bindSite } from './routes/site';
import { bindStatus } from './routes/status';
import { bindStream } from './routes/stream';
import { bindTasks } from './routes/tasks';
import { bindWebhooks } from './routes/webhooks';
import { bindTicketParts } from './routes/ticket-parts';
import { bindTickets } from './routes/tickets';
import { bindVariants } from './routes/variants';
import { bindWhatIf } from './routes/what-if';
import { bindViews } from './routes/views';
import { bindVoice } from './routes/voice';
import type { OnFault } from './services/on-fault';
import { createServices, type Services } from './services/services';

export interface AppOptions {
  /** Origins whose pages may use the API, beside the page it serves itself. @default none */
  allowOrigins?: readonly string[];
  /** Parse every answer against the contract, and fail where it differs: for tests. @default false */
  checkAnswers?: boolean;
  /** Where failures go that an answer does not carry. @default nowhere */
  onFault?: OnFault;
}

export interface App {
  fetch(request: Request): Promise<Response>;
  /** What jobs work with beside the routes. */
  services: Services;
}

/** The API on the given ports: the same in Node and inside the browser mock. `services.catalogue.open()` comes before the first request. */
export function createApp(ports: Ports, { allowOrigins = [], checkAnswers = false, onFault = () => {} }: AppOptions = {}): App {
  const services = createServices(ports, onFault);
  const app = new Hono();
  app.use(measure(services.metrics), secureHeaders, crossOrigin(allowOrigins), sameOriginWrites(allowOrigins));
  const bind = createBinder(app, { services, checkAnswers });
  bindCatalogue(bind, services);
  bindPeople(bind, services);
  bindStatus(bind, services);
  bindEvents(bind, services);
  bindQuality(bind, services);
  bindRatings(bind, services);
  bindNps(bind, services);
  bindImports(bind, services);
  bindProfiles(bind, services);
  bindPanorama(bind, services);
  bindNode(bind, services);
  bindEdge(bind, services);
  bindFrames(bind, services);
  bindVariants(bind, services);
  bindWhatIf(bind, services);
  bindInstances(bind, services);
  bindTasks(bind, services);
  bindHandoffRules(bind, services);
  bindWebhooks(bind, services);
  bindTickets(bind, services);
  bindTicketParts(bind, services);
  bindLedgerFiles(bind, services);
  bindAnnotations(bind, services);
  bindViews(bind, services);
  bindVoice(bind, services);
  bindStream(bind, services);
  bindOpenapi(bind, services);
  bindSite(app, services);
  addFallbacks(app, Object.values(ENDPOINTS), onFault);
  return { fetch: async (request) => app.fetch(request), services };
}
