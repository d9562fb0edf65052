import { deleteAnnotation, getAnnotations, postAnnotation, putAnnotation } from './annotations';
import { getCatalogue, postCatalogueTrial, putCatalogue } from './catalogue';
import type { Endpoint } from './endpoint';
import { postEvents } from './events';
import { getFrames } from './frames';
import { getImport, getImports, getRejectedRows, postImport, postImportCancel, postImportPreview, postImportUndo } from './imports';
import { deleteProfile, getProfiles, putProfile } from './mapping';
import { getInstance, getInstances } from './instances';
import { getNps, getNpsDrivers } from './nps';
import { getOpenapi } from './openapi-endpoint';
import { getEdge, getNode, getPanorama } from './panorama';
import { getDepartments, getMe, getPeople } from './people';
import { clearDemo, getStatus } from './status';
import { getQuality } from './quality';
import { postInvitations, postRatings } from './ratings';
import { getStream } from './stream';
import { getEvidence } from './evidence';
import { getCalendar, getHandoffRules, putCalendar, putHandoffRules } from './handoff-rules';
import { getLedgerFile, getLedgerTemplate, postLedgerFile } from './ledger-files';
import { getTask, getTasks, patchTask, postTask, postTaskMove } from './tasks';
import { deleteAttachment, getAttachment, getAttachments, getAudit, getComments, getTicketAudit, postAttachment, postComment } from './ticket-parts';
import { getTicket, getTickets, patchTicket, postBulk, postBulkUndo, postReminder, postTicket, postTicketMove } from './tickets';
import { getVariants } from './variants';
import { getViews, putViews } from './views';
import { getDictionary, getVoice, getVoiceComment, getVoiceFacets, getVoiceThemes, patchVoiceComment, putDictionary } from './voice';
import { getWhatIf } from './what-if';
import { deleteWebhook, getDeliveries, getWebhooks, getWebhookTemplates, postRedelivery, postWebhook, postWebhookTest, putWebhook } from './webhooks';

/** Where every path of the contract lives. */
export const API_BASE = '/api/v1';

/** Every operation of the API, by the name its handler and its `operationId` have. */
export const ENDPOINTS = {
  getCatalogue,
  putCatalogue,
  postCatalogueTrial,
  postEvents,
  postRatings,
  postInvitations,
  getNps,
  getNpsDrivers,
  postImport,
  postImportPreview,
  postImportCancel,
  postImportUndo,
  getImports,
  getImport,
  getRejectedRows,
  getProfiles,
  putProfile,
  deleteProfile,
  getMe,
  getPeople,
  getDepartments,
  getPanorama,
  getNode,
  getEdge,
  getFrames,
  getVariants,
  getWhatIf,
  getInstances,
  getInstance,
  getStatus,
  getQuality,
  clearDemo,
  getTasks,
  getTask,
  postTask,
  patchTask,
  postTaskMove,
  getTickets,
  postBulk,
  postBulkUndo,
  getLedgerFile,
  getLedgerTemplate,
  postLedgerFile,
  getTicket,
  postTicket,
  patchTicket,
  postTicketMove,
  postReminder,
  getEvidence,
  getTicketAudit,
  getAudit,
  getComments,
  postComment,
  getAttachments,
  postAttachment,
  getAttachment,
  deleteAttachment,
  getHandoffRules,
  putHandoffRules,
  getCalendar,
  putCalendar,
  getAnnotations,
  postAnnotation,
  putAnnotation,
  deleteAnnotation,
  getViews,
  putViews,
  getVoice,
  getVoiceFacets,
  getVoiceThemes,
  getVoiceComment,
  patchVoiceComment,
  getDictionary,
  putDictionary,
  getWebhooks,
  getWebhookTemplates,
  postWebhook,
  putWebhook,
  deleteWebhook,
  postWebhookTest,
  getDeliveries,
  postRedelivery,
  getStream,
  getOpenapi,
} satisfies Record<string, Endpoint>;
