import { EXAMPLE_MESSAGES } from './example-message';
import type { WebhookMessage } from './webhook-message';

/** `{{path}}`; blanks around the path do not matter. */
const PLACE = /\{\{\s*([^{}]*?)\s*\}\}/g;

/**
 * The body that a template makes of a message; without a template the message itself. A template is JSON in which `{{path}}` stands for a
 * value: inside quotes as text, escaped so that it cannot end them; elsewhere as JSON. A text in several languages is the Chinese one
 * unless the path ends in a language; what the message does not have is empty, and `null` elsewhere.
 *
 * @example renderTemplate('{"text":"{{title}}","due":{{due}}}', message) // '{"text":"接续任务 JX-000042 …","due":"2026-11-26 14:30"}'
 */
export function renderTemplate(template: string, message: WebhookMessage): string {
  if (template.trim() === '') return JSON.stringify(message);
  return template.replaceAll(PLACE, (_, path: string, offset: number) => {
    const value = valueAt(message, path);
    // A text between quotes that are there already.
    return isInString(template, offset) ? JSON.stringify(textOf(value)).slice(1, -1) : (JSON.stringify(value) ?? 'null');
  });
}

/** Why a template cannot be used; `undefined` when it can. */
export function templateError(template: string): string | undefined {
  if (template.trim() === '') return undefined;
  const unknown = [...template.matchAll(PLACE)].map(([, path = '']) => path).find((path) => !isKnown(path));
  if (unknown !== undefined) return `there is no {{${unknown}}}; known are ${KNOWN.join(', ')}, and what is inside before, after, task and ticket`;
  for (const message of EXAMPLE_MESSAGES) {
    try {
      JSON.parse(renderTemplate(template, message));
    } catch {
      return 'it is not JSON once its places are filled in';
    }
  }
  return undefined;
}

const KNOWN = ['id', 'event', 'at', 'actor', 'action', 'reason', 'subject', 'title', 'state', 'place', 'due', 'person'] as const;
const LOCALIZED = ['title', 'state', 'place', 'person'];
const OPEN = ['before', 'after', 'task', 'ticket'];

function isKnown(path: string): boolean {
  const [name = '', ...rest] = path.split('.');
  if (OPEN.includes(name)) return rest.every((part) => part !== '');
  if (!KNOWN.some((one) => one === name)) return false;
  return rest.length === 0 || (rest.length === 1 && LOCALIZED.includes(name) && ['zh', 'en'].includes(rest[0] ?? ''));
}

/** Whether a place in JSON text is between quotes. Places in front of it hold no quotes: they are names. */
function isInString(json: string, offset: number): boolean {
  let inside = false;
  for (let index = 0; index < offset; index++) {
    if (json[index] === '\\' && inside) index++;
    else if (json[index] === '"') inside = !inside;
  }
  return inside;
}

function valueAt(message: WebhookMessage, path: string): unknown {
  let value: unknown = message;
  for (const part of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = Object.entries(value).find(([name]) => name === part)?.[1];
  }
  return isLocalized(value) ? value.zh : value;
}

const isLocalized = (value: unknown): value is { zh: string } =>
  typeof value === 'object' && value !== null && 'zh' in value && typeof value.zh === 'string' && Object.keys(value).every((key) => key === 'zh' || key === 'en');

const textOf = (value: unknown): string => (value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value));
