import { DAY, HOUR, type Instant, type Invitation, maskComment, MINUTE, type Rating, type ServiceEvent } from '#model';
import { systemAccess } from '../ports';
import { DEMO_SOURCE } from '../services/fill-demo';
import type { Services } from '../services/services';

interface Window {
  seed: string;
  scale: number;
  since: Instant;
  until: Instant;
}

/** What a synthetic company goes on with. */
export interface Trickle {
  /** Its events in (since, until]. */
  events: (window: Window) => ServiceEvent[];
  /** What its customers answer in (since, until], and how many were asked once all of it is told; nothing where absent. */
  feedback?: (window: Window) => { ratings: Iterable<Rating>; invitations(): readonly Invitation[] };
}

/** Events are told this far ahead: those of the future do not exist until they come. */
const AHEAD = HOUR;
const PACE_MS = MINUTE;
/** After a long pause the past is caught up in pieces, so that memory stays bounded. */
const PIECE = 10 * DAY;

/** Keeps the demo going while the server runs, from where it was left off. @returns stops it */
export function startDemoTrickle({ ports: { clock, desk, events }, revisions, onFault }: Services, trickle: Trickle): () => Promise<void> {
  const access = systemAccess('demo');
  const stop = new AbortController();
  /** Ratings of the hour ahead: what somebody has not answered yet must not be counted, so that each waits for its minute. */
  let answers: Rating[] = [];
  let isFirst = true;

  const catchUp = async () => {
    const now = clock();
    for (let demo = await desk.demo(access); !stop.signal.aborted && demo; demo = await desk.demo(access)) {
      const { seed, scale, generatedUntil: since } = demo;
      // What waited when the last run ended is told again: it may be stored, or not.
      if (isFirst) answers = [...(trickle.feedback?.({ seed, scale, since: since - AHEAD, until: since }).ratings ?? [])];
      isFirst = false;
      if (since >= now + AHEAD / 2) break;
      const until = Math.min(since + PIECE, now + AHEAD);
      const { accepted } = await events.append(access, trickle.events({ seed, scale, since, until }), { now, source: DEMO_SOURCE });
      if (accepted > 0) revisions.moved();
      const said = trickle.feedback?.({ seed, scale, since, until });
      if (said) {
        answers.push(...said.ratings);
        await events.ratings.invite(access, said.invitations());
      }
      await rate(now);
      // Cleared meanwhile: what was just appended no longer had a journey, and must not come back.
      if (await desk.demo(access)) await desk.saveDemo(access, { ...demo, generatedUntil: until });
    }
    await rate(now);
  };

  const rate = async (now: Instant) => {
    const given = answers.filter(({ at }) => at <= now);
    if (given.length === 0) return;
    answers = answers.filter(({ at }) => at > now);
    const { accepted } = await events.ratings.append(access, given.map((one) => (one.comment === undefined ? one : { ...one, comment: maskComment(one.comment) })));
    if (accepted > 0) revisions.ratingsMoved();
  };

  let running: Promise<void> = Promise.resolve();
  const tick = () => {
    running = running.then(catchUp).catch((error: unknown) => onFault('Failed to go on with the demo', error));
  };
  tick();
  const timer = setInterval(tick, PACE_MS);
  return () => {
    stop.abort();
    clearInterval(timer);
    return running;
  };
}
