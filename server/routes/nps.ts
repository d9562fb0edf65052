import { getNps, getNpsDrivers } from '#contract';
import type { Binder } from '../http/bind';
import { npsQuestion } from '../services/nps/nps-question';
import { readDrivers } from '../services/nps/read-drivers';
import { readNps } from '../services/nps/read-nps';
import type { Services } from '../services/services';

export function bindNps(bind: Binder, services: Services): void {
  bind.question(getNps, async (asked) => {
    const { group = 'journey', ...query } = asked.query;
    const question = await npsQuestion(services, { ...asked, query });
    return { about: ['nps', question.about, group], answer: () => readNps(services, question, { group, person: asked.person, now: asked.now }) };
  });

  bind.question(getNpsDrivers, async (asked) => {
    const { against, compareFrom, compareTo, among, ...query } = asked.query;
    const question = await npsQuestion(services, { ...asked, query });
    const compared = { against, compareFrom, compareTo, among };
    return { about: ['nps-drivers', question.about, compared], answer: () => readDrivers(services, question, compared) };
  });
}
