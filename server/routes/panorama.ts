import { getPanorama } from '#contract';
import type { Binder } from '../http/bind';
import { mapQuestion } from '../services/map-question';
import { placeMarks } from '../services/place-marks';
import { filterTold } from '../services/resolve-filter';
import type { Services } from '../services/services';
import { comparisonTold } from './differences-told';
import { flowTold, handoffTold, nodeTold, voiceTold } from './map-told';

export function bindPanorama(bind: Binder, services: Services): void {
  bind.question(getPanorama, async (asked) => {
    const { nodes, include = [] } = asked.query;
    const [question, marks] = await Promise.all([mapQuestion(services, asked), placeMarks(services, asked.access, asked.now)]);
    return {
      about: [question.about, marks.about, nodes, include],
      answer: async () => {
        const { access, level, filter } = question;
        const [{ map, comparison }, voices] = await Promise.all([
          services.maps.read(question, nodes === 'all' ? Infinity : undefined),
          include.length > 0 ? services.ports.events.voice.places(access, { level, filter }) : undefined,
        ]);
        return {
          level: question.level,
          filter: filterTold(question.filter),
          matureUntil: question.maturity.matureUntil,
          balance: map.balance,
          journeys: map.journeys,
          nodes: map.nodes.map((node) => ({ ...nodeTold(node, marks), ...voiceTold(voices?.get(node.id), include) })),
          flows: map.flows.map(flowTold),
          handoffs: map.handoffs.map(handoffTold),
          losses: map.losses,
          other: map.other,
          comparison: comparisonTold(comparison, map.changes),
        };
      },
    };
  });
}
