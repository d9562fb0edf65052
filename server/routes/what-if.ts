import { getWhatIf, type WhatIfAnswer } from '#contract';
import { type ChainCounts, type HalvedBreak, parseNodeId, whatIf } from '#model';
import type { Binder } from '../http/bind';
import { ProblemError } from '../http/problem-error';
import { mapQuestion } from '../services/map-question';
import { filterTold } from '../services/resolve-filter';
import type { Services } from '../services/services';

/** Of n places the chain takes n³ steps: 800 take about a second. */
const MOST_PLACES = 800;
const NOBODY: ChainCounts = { starts: [], moves: [], complete: [], lost: [], active: 0 };

export function bindWhatIf(bind: Binder, services: Services): void {
  const { events } = services.ports;

  bind.question(getWhatIf, async (asked) => {
    const question = await mapQuestion(services, { ...asked, query: { ...asked.query, level: 'journey' } });
    const { access, maturity } = question;
    const { matureUntil } = maturity;
    const filter = matureUntil === undefined ? question.filter : { ...question.filter, to: matureUntil };
    return {
      about: ['what-if', question.about],
      answer: async (): Promise<Omit<WhatIfAnswer, 'asOf' | 'revision' | 'zone'>> => {
        const chain = matureUntil === undefined ? NOBODY : await events.chain(access, filter);
        const places = new Set(chain.moves.flatMap(({ from, to }) => [from, to])).size;
        if (places > MOST_PLACES) {
          const errors = [{ pointer: '?journey', reason: `the journey has ${places} places, and ${MOST_PLACES} can be reckoned with` }];
          throw new ProblemError('invalid-input', 'The journey has too many places.', { errors });
        }
        const { instances, places: halved } = whatIf(chain);
        return {
          filter: filterTold(filter),
          mature: matureUntil !== undefined,
          assumption: 'memoryless',
          instances,
          completed: sum(chain.complete),
          lost: sum(chain.lost),
          active: chain.active,
          places: halved.map(told),
        };
      },
    };
  });
}

const sum = (rows: ChainCounts['complete']): number => rows.reduce((total, { count }) => total + count, 0);

function told({ place, completes, ...counts }: HalvedBreak): WhatIfAnswer['places'][number] {
  const parts = parseNodeId('journey', place);
  if (parts.level !== 'journey') throw new TypeError(`Failed to tell "${place}": it is no place inside a journey.`);
  // Sums of shares may miss 1 by an ulp.
  return { id: place, step: parts.step, touchpoint: parts.touchpoint, completes: Math.min(1, Math.max(0, completes)), ...counts };
}
