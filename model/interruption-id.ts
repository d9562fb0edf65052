import type { EventId, InstanceId, InterruptionId } from './ids';
import { type Kind, KINDS } from './interruption';

/** What an interruption is known by for ever: its instance, its kind, and the event its first signal hangs on (`Interruption.anchor`). */
export interface InterruptionKey {
  instance: InstanceId;
  kind: Kind;
  anchor: EventId;
}

/** @example interruptionIdOf({ instance: 'i-1', kind: 'limit', anchor: 'e-7' }) // 'i-1~limit~e-7', parts percent-encoded */
export const interruptionIdOf = ({ instance, kind, anchor }: InterruptionKey): InterruptionId =>
  // Made of ids that are well formed, so it is one.
  [instance, kind, anchor].map((part) => encodeURIComponent(part).replaceAll('~', '%7E')).join('~') as InterruptionId;

/** Reads an id back; `undefined` when it is none. */
export function parseInterruptionId(id: string): InterruptionKey | undefined {
  const [instance, kindPart, anchor, ...rest] = id.split('~');
  const kind = KINDS.find((one) => one === kindPart);
  if (!instance || !kind || !anchor || rest.length > 0) return undefined;
  try {
    // Ids are opaque, so any decoded text may be one.
    return { instance: decodeURIComponent(instance) as InstanceId, kind, anchor: decodeURIComponent(anchor) as EventId };
  } catch {
    return undefined;
  }
}
