import { type DayNumber, dateOf } from './calendar';
import type { TicketStory } from './ledger-story';
import { menderOf } from './menders';
import { ageOf, type Round, ROUND } from './programme';
import { TOUCHPOINTS } from './touchpoints';

/** Days after a fix went live up to which its ticket is new, and up to which it waits for a second person. */
const NEW = 28;
const WAITS = 56;

/** What each is to bring, as a part of what breaks: nearly all of it, which even the few customers of a small demo can show. */
const SHARE = 0.8;

/**
 * The ticket of a round at the stage its days give it: one whose fix is new has come back before, and is mended again; then it waits for its
 * second person; then it is closed on evidence, and what undid the fix reopens it.
 */
export function ticketOfRound(round: Round, today: DayNumber): TicketStory {
  const age = ageOf(round, today);
  const isAgain = age < NEW;
  const live = today - age - (isAgain ? ROUND.every : 0);
  const at = (days: number) => dateOf(live + days);
  const { owner, department, manager } = menderOf(round.at);
  const name = round.name.zh;
  const system = TOUCHPOINTS.find(({ id }) => id === round.touchpoint)?.name.zh ?? round.touchpoint;
  const again = at(ROUND.every);
  return {
    title: name,
    description: `${name}：从全景图登记，位置与基线由系统带入。`,
    important: round.at === 'renewal',
    locus: { journey: round.at, step: round.step, touchpoint: round.touchpoint, kind: round.about },
    registered: { by: manager, on: at(-20) },
    assigned: { by: manager, on: at(-18), owner, department, due: at(75), share: SHARE },
    started: at(-16),
    measures: [
      { title: `${name}：方案与评审`, system: '业务部门', owner, due: at(-8), done: at(-9) },
      { title: `${name}：${system} 上线`, system, owner: 'han', due: at(0), done: at(0) },
      { title: '一线话术与培训', system: '空中客服', owner: 'xu', due: at(14), done: at(12) },
    ],
    effective: [{ touchpoint: round.touchpoint, day: at(0) }],
    submitted: at(1),
    ...((isAgain || age >= WAITS) && { closer: 'lin' }),
    ...(isAgain && {
      again: {
        by: manager,
        on: at(ROUND.every - 14),
        due: at(ROUND.every + 75),
        measures: [{ title: `${round.undoneBy.zh}后重做：${system} 上线`, system, owner: 'han', due: again, done: again }],
        effective: [{ touchpoint: round.touchpoint, day: again }],
        submitted: at(ROUND.every + 1),
      },
    }),
    said: [
      { by: manager, on: at(-17), text: '先看是哪一端最多，再定上线次序。' },
      { by: owner, on: at(1), text: `${at(0)} 已生效，数据每天看。 @林虚构`, mentions: ['lin'] },
      ...(isAgain ? [{ by: owner, on: at(ROUND.every - 13), text: `${round.undoneBy.zh}之后又多了起来，按原办法重做。` }] : []),
    ],
  };
}
