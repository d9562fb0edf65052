import { getPanorama } from '#contract';
import type { Binder } from '../http/bind';
import { mapQuestion } from '../services/map-question';
import { filterTold } from '../services/resolve-filter';
import type { Services } from '../services/services';
import { flowTold, handoffTold, nodeTold } from './map-told';

export function bindPanorama(bind: Binder, services: Services): void {
  bind.question(getPanorama, async (asked) => {
    const question = await mapQuestion(services, asked);
    return {
      about: question.about,
      answer: async () => {
        const { map, comparison } = await services.maps.read(question);
        return {
          level: question.level,
          filter: filterTold(question.filter),
          matureUntil: question.maturity.matureUntil,
          balance: map.balance,
          journeys: map.journeys,
          nodes: map.nodes.map(nodeTold),
          flows: map.flows.map(flowTold),
          handoffs: map.handoffs.map(handoffTold),
          losses: map.losses,
          other: map.other,
          comparison,
        };
      },
    };
  });
}
