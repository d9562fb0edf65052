import { defineTexts, useFormats, useTexts } from '#ui';
import { npsWords, programmeWords } from './nps-words';
import { useNps } from './view';

const texts = defineTexts({
  programme: { zh: '口径', en: 'Programme' },
  days: { zh: '评价日期', en: 'Days of ratings' },
  journeys: { zh: '旅程', en: 'Journeys' },
  touchpoints: { zh: '触点', en: 'Touchpoints' },
  organisation: { zh: '机构', en: 'Office' },
  segment: { zh: '客群', en: 'Segment' },
  asOf: { zh: '数据时间', en: 'As of' },
  everywhere: { zh: '全国', en: 'All offices' },
  comma: { zh: '、', en: ', ' },
});

/** What the figures on screen are of, condition by condition; `days` for the names of files. */
export function useAbout(): { about: [name: string, value: string][]; days: string | undefined } {
  const { trends, names } = useNps();
  const t = useTexts(texts);
  const words = useTexts(npsWords);
  const programmes = useTexts(programmeWords);
  const { dateTime } = useFormats();
  const answer = trends.data;
  if (!answer) return { about: [], days: undefined };
  const { journeys, touchpoints, organisation, segment, from, to } = answer.filter;
  return {
    days: `${from}-${to}`,
    about: [
      [t.programme, programmes[answer.programme]],
      [t.days, `${from} – ${to}`],
      [t.journeys, journeys ? journeys.map(names.journey).join(t.comma) : words.all],
      ...(touchpoints ? [[t.touchpoints, touchpoints.map(names.touchpoint).join(t.comma)] as [string, string]] : []),
      [t.organisation, organisation ? names.organisation(organisation) : t.everywhere],
      ...(segment ? [[t.segment, names.segment(segment)] as [string, string]] : []),
      [t.asOf, dateTime(answer.asOf, answer.zone)],
    ],
  };
}
