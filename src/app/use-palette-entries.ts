import { catalogueQuery, panoramaQuery } from '#api';
import type { Localized, TouchpointId } from '#model';
import { toBrief, toData, toHandoffs, toJourney, toLedger, toNps, toPanorama, toPlace, toReason, toStep } from '#src/routes';
import { defineTexts, useLocalize, useShortcutList, useTexts } from '#ui';
import { useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { PaletteEntry } from './palette-entries';
import { setPreferences, usePreferences } from './preferences';

const texts = defineTexts({
  journeys: { zh: '旅程', en: 'Journeys' },
  places: { zh: '触点', en: 'Places' },
  steps: { zh: '步骤', en: 'Steps' },
  reasons: { zh: '中断原因', en: 'Reasons' },
  actions: { zh: '操作', en: 'Actions' },
  overview: { zh: '打开全景', en: 'Open the panorama' },
  handoffs: { zh: '打开接续任务', en: 'Open handoff tasks' },
  overdue: { zh: '看超时的接续任务', en: 'Show overdue handoff tasks' },
  mine: { zh: '看我的接续任务', en: 'Show my handoff tasks' },
  rules: { zh: '打开九应接规则', en: 'Open the rules of handoffs' },
  calendar: { zh: '打开工作日历', en: 'Open the working calendar' },
  ledger: { zh: '打开销号台账', en: 'Open the ledger' },
  nps: { zh: '打开净推荐值', en: 'Open NPS' },
  brief: { zh: '打印净推荐值简报', en: 'Print the NPS brief' },
  relational: { zh: '看关系型净推荐值', en: 'Show relational NPS' },
  data: { zh: '打开数据接入', en: 'Open data' },
  light: { zh: '换成浅色', en: 'Switch to light' },
  dark: { zh: '换成深色', en: 'Switch to dark' },
  language: { zh: 'Switch to English', en: '换成中文' },
});

const allOf = ({ zh, en }: Localized): string => `${zh} ${en ?? ''}`;

/** Everything the palette can find now: journeys, the places of the map, what the page in front can do, pages, steps and reasons. */
export function usePaletteEntries(): PaletteEntry[] {
  const t = useTexts(texts);
  const localize = useLocalize();
  const navigate = useNavigate();
  const { language } = usePreferences();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const shortcuts = useShortcutList();
  const catalogue = useQuery(catalogueQuery()).data;
  const panorama = useQuery(panoramaQuery({ level: 'overview' })).data;
  const journeys = new Map(catalogue?.journeys.map((journey) => [journey.id, journey]));
  const touchpoints = new Map(catalogue?.touchpoints.map((touchpoint) => [touchpoint.id, touchpoint]));
  const orderOf = (touchpoint: TouchpointId): number => touchpoints.get(touchpoint)?.order ?? 0;
  const places = panorama?.nodes.toSorted((a, b) => orderOf(a.touchpoint) - orderOf(b.touchpoint)) ?? [];
  const otherScheme = colorScheme === 'dark' ? 'light' : 'dark';

  return [
    ...[...journeys.values()].map(({ id, name }) => ({
      id: `journey:${id}`,
      group: t.journeys,
      label: localize(name),
      keywords: `${allOf(name)} ${id}`,
      run: () => void navigate(toJourney(id)),
    })),
    ...places.flatMap((node) => {
      const journey = journeys.get(node.journey);
      const touchpoint = touchpoints.get(node.touchpoint);
      if (!journey || !touchpoint) return [];
      return {
        id: `place:${node.id}`,
        group: t.places,
        label: `${localize(journey.name)} · ${localize(touchpoint.name)}`,
        keywords: `${allOf(journey.name)} ${allOf(touchpoint.name)}`,
        run: () => void navigate(toPlace(node.id)),
      };
    }),
    ...shortcuts
      .filter(({ key }) => key !== 'mod+k')
      .map(({ key, label, run }) => ({ id: `shortcut:${key}`, group: t.actions, label, keywords: '', hint: key, run })),
    { id: 'overview', group: t.actions, label: t.overview, keywords: 'panorama map', run: () => void navigate(toPanorama()) },
    { id: 'handoffs', group: t.actions, label: t.handoffs, keywords: 'tasks handoffs', run: () => void navigate(toHandoffs()) },
    { id: 'overdue', group: t.actions, label: t.overdue, keywords: 'overdue sla', run: () => void navigate(toHandoffs({ overdue: 'true' })) },
    { id: 'mine', group: t.actions, label: t.mine, keywords: 'mine', run: () => void navigate(toHandoffs({ assignee: 'me' })) },
    { id: 'rules', group: t.actions, label: t.rules, keywords: 'rules sla', run: () => void navigate(toHandoffs({ sheet: 'rules' })) },
    { id: 'calendar', group: t.actions, label: t.calendar, keywords: 'calendar holidays', run: () => void navigate(toHandoffs({ sheet: 'calendar' })) },
    { id: 'ledger', group: t.actions, label: t.ledger, keywords: 'ledger tickets', run: () => void navigate(toLedger()) },
    { id: 'nps', group: t.actions, label: t.nps, keywords: 'nps net promoter', run: () => void navigate(toNps()) },
    { id: 'nps-brief', group: t.actions, label: t.brief, keywords: 'nps brief print pdf 简报', run: () => void navigate(toBrief()) },
    { id: 'nps-relational', group: t.actions, label: t.relational, keywords: 'nps relational', run: () => void navigate(toNps({ programme: 'relational' })) },
    { id: 'data', group: t.actions, label: t.data, keywords: 'import csv xes', run: () => void navigate(toData()) },
    { id: 'theme', group: t.actions, label: t[otherScheme], keywords: 'theme', run: () => setColorScheme(otherScheme) },
    {
      id: 'language',
      group: t.actions,
      label: t.language,
      keywords: 'language 语言',
      run: () => setPreferences({ language: language === 'zh' ? 'en' : 'zh' }),
    },
    ...[...journeys.values()].flatMap((journey) =>
      journey.steps.map((step) => ({
        id: `step:${journey.id}:${step.id}`,
        group: t.steps,
        label: `${localize(step.name)} · ${localize(journey.name)}`,
        keywords: `${allOf(step.name)} ${allOf(journey.name)} ${step.id}`,
        run: () => void navigate(toStep(journey.id, step.id)),
      })),
    ),
    ...(catalogue?.reasons ?? []).map(({ id, name }) => ({
      id: `reason:${id}`,
      group: t.reasons,
      label: localize(name),
      keywords: `${allOf(name)} ${id}`,
      run: () => void navigate(toReason(id)),
    })),
  ];
}
