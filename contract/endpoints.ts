import { getCatalogue, putCatalogue } from './catalogue';
import type { Endpoint } from './endpoint';
import { postEvents } from './events';
import { getImport, getImports, getRejectedRows, postImport } from './imports';
import { getInstance, getInstances } from './instances';
import { getOpenapi } from './openapi-endpoint';
import { getEdge, getNode, getPanorama } from './panorama';
import { getDepartments, getMe, getPeople } from './people';
import { clearDemo, getStatus } from './status';
import { getStream } from './stream';

/** Where every path of the contract lives. */
export const API_BASE = '/api/v1';

/** Every operation of the API, by the name its handler and its `operationId` have. */
export const ENDPOINTS = {
  getCatalogue,
  putCatalogue,
  postEvents,
  postImport,
  getImports,
  getImport,
  getRejectedRows,
  getMe,
  getPeople,
  getDepartments,
  getPanorama,
  getNode,
  getEdge,
  getInstances,
  getInstance,
  getStatus,
  clearDemo,
  getStream,
  getOpenapi,
} satisfies Record<string, Endpoint>;
