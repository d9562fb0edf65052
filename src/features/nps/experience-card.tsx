import type { NpsExperience, NpsFigure } from '#contract';
import { type State, STATES } from '#model';
import { toStates } from '#src/routes';
import { defineTexts, stateWords, useTexts } from '#ui';
import { useNavigate } from '@tanstack/react-router';
import { ChartCard } from './chart-card';
import { type IntervalRow, IntervalDots } from './charts/interval-dots';
import { useNpsFormats } from './nps-formats';
import { npsWords } from './nps-words';
import { sayExperience, sentenceTexts } from './say-drivers';
import type { Column } from './table';
import { useNps } from './view';

const texts = defineTexts({
  title: { zh: '不同经历的客户怎么评价', en: 'NPS by how the journey went' },
  note: {
    zh: (from: string, to: string, share: string, linked: string, all: string) => `${from} 至 ${to}，点为 NPS，横条为 95% 区间 · ${share} 的评价关联到旅程（${linked} / ${all}）`,
    en: (from: string, to: string, share: string, linked: string, all: string) => `${from} to ${to}; points are NPS, bars 95% intervals · ${share} of ratings are linked to a journey (${linked} of ${all})`,
  },
  short: { zh: (from: string, to: string, share: string) => `${from} 至 ${to}，${share} 的评价关联到旅程`, en: (from: string, to: string, share: string) => `${from} to ${to}, ${share} of ratings linked` },
  opens: { zh: '点一种结果，看这样的旅程。', en: 'Click one to see such journeys.' },
  active: { zh: (n: string) => `另有 ${n} 份评价的旅程仍在进行中。`, en: (n: string) => ` ${n} more ratings are of journeys still under way.` },
  none: { zh: '没有评价关联到旅程：上报评价时带上旅程实例（instance），这里就会有结果。', en: 'No rating is linked to a journey: send ratings with their instance, and this chart fills.' },
  state: { zh: '旅程结果', en: 'How it went' },
});

const TONES: Record<State, IntervalRow['tone']> = { smooth: 'good', recovered: 'good', handed: 'handoff', detoured: 'mild', active: 'nps', lost: 'break' };

type Row = NpsExperience['states'][number];

/** What a break costs and what a handoff saves, as those who had them rate it: described, not explained. */
export function ExperienceCard({ experience, className }: { experience: NpsExperience; className?: string }) {
  const { paper, search } = useNps();
  const navigate = useNavigate();
  const t = useTexts(texts);
  const words = useTexts(npsWords);
  const states = useTexts(stateWords);
  const says = useTexts(sentenceTexts);
  const formats = useNpsFormats();
  const { nps, exact, percent, day } = formats;
  const { from, to, ratings, linked, linkedShare, active } = experience;
  const openState = (state: string) => void navigate(toStates({ state: STATES.find((one) => one === state), from, to, organisation: search.organisation, segment: search.segment, journey: search.journey }));
  const share = linkedShare === undefined ? '—' : percent(linkedShare);
  const rows = experience.states.map(
    (one): IntervalRow => ({ key: one.state, name: states[one.state], tone: TONES[one.state], value: one.nps, low: one.low, high: one.high, count: `n ${exact(one.n)}`, none: words.few(exact(one.n)) }),
  );
  const figure = (key: 'nps' | 'low' | 'high', header: string): Column<Row> => ({ key, header, kind: 'nps', value: (row: NpsFigure) => row[key] });
  const columns: Column<Row>[] = [
    { key: 'state', header: t.state, kind: 'text', value: ({ state }) => states[state] },
    figure('nps', words.nps),
    figure('low', words.low),
    figure('high', words.high),
    { key: 'n', header: words.count, kind: 'count', value: ({ n }) => n },
    { key: 'promoters', header: words.promoters, kind: 'count', value: ({ promoters }) => promoters },
    { key: 'detractors', header: words.detractors, kind: 'count', value: ({ detractors }) => detractors },
  ];
  const sentence = linked === 0 ? t.none : sayExperience(experience, states, words, says, formats) + (active > 0 ? t.active(exact(active)) : '') ;
  return (
    <ChartCard
      className={className}
      title={t.title}
      note={paper ? t.short(day(from), day(to), share) : t.note(day(from), day(to), share, exact(linked), exact(ratings))}
      sentence={sentence}
      hint={t.opens}
      file="experience"
      table={{ columns, rows: experience.states, id: ({ state }) => state }}
      open={({ state }) => openState(state)}
    >
      <IntervalDots rows={rows} label={sentence || t.title} write={nps} row={paper ? 26 : 46} open={paper ? undefined : openState} />
    </ChartCard>
  );
}
