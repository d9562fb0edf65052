import type { InterruptionAnswer, Story } from '#contract';
import type { TouchpointId } from '#model';

type StoryEvent = Story['eventList'][number];

/** One line of a story, in the order of time. `lane` is the touchpoint's place in `lanes`. */
export type StoryLine =
  | { type: 'day'; at: string }
  | { type: 'event'; at: string; lane: number; event: StoryEvent; completes: boolean; prefilled: boolean }
  | { type: 'break'; at: string; lane: number; interruption: InterruptionAnswer; number: number }
  | { type: 'carrier'; at: string; lane: number; fromLane: number; carrier: NonNullable<InterruptionAnswer['carrier']>; waitMs: number; prefilled: boolean };

export interface StoryView {
  /** Touchpoints in the order in which the customer met them. */
  lanes: TouchpointId[];
  lines: StoryLine[];
}

/**
 * A story as lines: events, each break after the event it hangs on, each handoff before the event that carries it, and a line where a new
 * day begins.
 *
 * @param dayOf the day of a time, in the zone of the answer
 */
export function toStory(story: Pick<Story, 'eventList' | 'interruptions' | 'completedAt'>, dayOf: (at: string) => string): StoryView {
  const lanes = [...new Set(story.eventList.map(({ touchpoint }) => touchpoint))];
  const laneOf = (touchpoint: TouchpointId) => Math.max(0, lanes.indexOf(touchpoint));
  const lines: StoryLine[] = [];
  const waiting = story.interruptions.map((interruption, index) => ({ interruption, number: index + 1, index: breakIndex(story.eventList, interruption) }));
  let day: string | undefined;
  const push = (line: Exclude<StoryLine, { type: 'day' }>) => {
    if (dayOf(line.at) !== day) {
      day = dayOf(line.at);
      lines.push({ type: 'day', at: line.at });
    }
    lines.push(line);
  };
  story.eventList.forEach((event, index) => {
    // Whether the carrier knew all that had been entered is for the data to say.
    const prefilled = event.attributes?.prefilled === true;
    for (const { interruption } of waiting) {
      const { carrier } = interruption;
      if (!carrier || !carries(event, carrier) || story.eventList.findIndex((one) => carries(one, carrier)) !== index) continue;
      push({ type: 'carrier', at: carrier.at, lane: laneOf(carrier.touchpoint), fromLane: laneOf(interruption.touchpoint), carrier, waitMs: Date.parse(carrier.at) - Date.parse(interruption.at), prefilled });
    }
    push({ type: 'event', at: event.at, lane: laneOf(event.touchpoint), event, completes: sameTime(event.at, story.completedAt), prefilled });
    for (const { interruption, number, index: after } of waiting) {
      if (after === index) push({ type: 'break', at: interruption.at, lane: laneOf(interruption.touchpoint), interruption, number });
    }
  });
  return { lanes, lines };
}

const sameTime = (a: string, b: string | undefined): boolean => b !== undefined && Date.parse(a) === Date.parse(b);

const carries = (event: StoryEvent, { at, step, touchpoint }: NonNullable<InterruptionAnswer['carrier']>): boolean =>
  event.step === step && event.touchpoint === touchpoint && sameTime(event.at, at);

/** The event a break follows: the one it hangs on or, for one that time makes, the last before its moment. */
function breakIndex(events: readonly StoryEvent[], { anchor, at }: Story['interruptions'][number]): number {
  let index = anchor;
  while (index + 1 < events.length && Date.parse(events[index + 1]?.at ?? '') < Date.parse(at)) index++;
  return index;
}
