import { z } from 'zod';
import type { Endpoint } from './endpoint';
import { API_BASE, ENDPOINTS } from './endpoints';
import { ACTING_AS } from './people';
import { problem, PROBLEM_TITLES, type ProblemCode, PROBLEMS, problemType } from './problem';

type JsonObject = Record<string, unknown>;

/** What any operation can answer beside what it names itself. */
const EVERYWHERE: readonly ProblemCode[] = ['invalid-input', 'unknown-person', 'internal', 'unavailable'];

/**
 * The contract as an OpenAPI 3.1 document, derived from the endpoints.
 *
 * @param version of the product
 */
export function openapi(version: string): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const [operationId, endpoint] of Object.entries<Endpoint>(ENDPOINTS)) {
    const path = `${API_BASE}${endpoint.path.replaceAll(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(operationId, endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Throughline 脉络',
      version,
      summary: 'The journey-interruption panorama: events in, maps out.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: { schemas: { Problem: schemaOf(problem, 'output') } },
  };
}

function operation(operationId: string, endpoint: Endpoint): JsonObject {
  return {
    operationId,
    summary: endpoint.summary,
    parameters: [...named(endpoint.params, 'path'), ...named(endpoint.query, 'query'), ...headers(endpoint)],
    ...(requestBody(endpoint) && { requestBody: requestBody(endpoint) }),
    responses: { [endpoint.status ?? 200]: success(endpoint), ...problems(endpoint) },
  };
}

/** Each property of an object schema as a parameter, as it stands in a URL. */
function named(schema: z.ZodType | undefined, where: 'path' | 'query'): JsonObject[] {
  if (!(schema instanceof z.ZodObject)) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: property,
  }));
}

function headers({ method, errors = [] }: Endpoint): JsonObject[] {
  const header = (name: string, description: string) => ({ name, in: 'header', required: false, description, schema: { type: 'string' } });
  return [
    header(ACTING_AS, 'The id of the person who acts, percent-encoded; the first manager without it.'),
    ...(method === 'GET' ? [header('if-none-match', 'The ETag of an answer held: 304 while it is still true.')] : []),
    ...(errors.includes('version-stale') ? [header('if-match', 'The version to change, in quotes: "7". Refused when it is another by now.')] : []),
  ];
}

function requestBody({ body, accepts }: Endpoint): JsonObject | undefined {
  if (body) return { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } };
  if (!accepts) return undefined;
  return { required: true, content: Object.fromEntries(accepts.map((type) => [type, {}])) };
}

function success({ output, answers, summary }: Endpoint): JsonObject {
  if (output) return { description: summary, content: { 'application/json': { schema: schemaOf(output, 'output') } } };
  return { description: summary, ...(answers && { content: { [answers]: {} } }) };
}

/** One response for each status, naming the types of problem it stands for. */
function problems({ params, errors = [] }: Endpoint): JsonObject {
  const codes = [...new Set<ProblemCode>([...EVERYWHERE, ...(params ? (['not-found'] as const) : []), ...errors])];
  const responses: JsonObject = {};
  for (const status of new Set(codes.map((code) => PROBLEMS[code]))) {
    const same = codes.filter((code) => PROBLEMS[code] === status);
    responses[status] = {
      description: same.map((code) => `${PROBLEM_TITLES[code]} (\`${problemType(code)}\`).`).join(' '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    };
  }
  return responses;
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonObject {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return json;
}
