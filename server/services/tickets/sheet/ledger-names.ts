import { type Catalogue, type Department, type Journey, KINDS, type Localized, MEASURES, type Person, TICKET_STATES } from '#model';

export type SheetLanguage = 'zh' | 'en';

/** What is chosen by name in a sheet: each with its id. */
export interface Named {
  id: string;
  name: Localized;
}

/** All that names in a sheet may mean. */
export interface LedgerNames {
  journeys: readonly Journey[];
  touchpoints: readonly Named[];
  reasons: readonly Named[];
  people: readonly Person[];
  departments: readonly Department[];
  kinds: readonly Named[];
  measures: readonly Named[];
  states: readonly Named[];
}

const KIND_NAMES: Record<(typeof KINDS)[number], Localized> = {
  limit: { zh: '规则受限', en: 'Limited by a rule' },
  failure: { zh: '操作失败', en: 'Failed' },
  repetition: { zh: '反复尝试', en: 'Repeated attempts' },
  overrun: { zh: '操作超时', en: 'Took too long' },
  abandonment: { zh: '中途放弃', en: 'Abandoned' },
};
const MEASURE_NAMES: Record<(typeof MEASURES)[number], Localized> = {
  'break-rate': { zh: '中断率', en: 'Break rate' },
  'loss-rate': { zh: '流失率', en: 'Loss rate' },
  'theme-share': { zh: '声音主题占比', en: 'Share of a theme' },
  nps: { zh: '净推荐值', en: 'NPS' },
};
const STATE_NAMES: Record<(typeof TICKET_STATES)[number], Localized> = {
  registered: { zh: '已登记', en: 'Registered' },
  assigned: { zh: '已立项', en: 'Assigned' },
  remediating: { zh: '整改中', en: 'Remediating' },
  verifying: { zh: '验证中', en: 'Verifying' },
  closed: { zh: '已销号', en: 'Closed' },
  waived: { zh: '人工核销', en: 'Waived' },
};
/** 是, yes. */
export const YES: Named = { id: 'yes', name: { zh: '是', en: 'Yes' } };
export const NO: Named = { id: 'no', name: { zh: '否', en: 'No' } };

const named = <Id extends string>(ids: readonly Id[], names: Record<Id, Localized>): Named[] => ids.map((id) => ({ id, name: names[id] }));

export const ledgerNames = ({ journeys, touchpoints, reasons }: Catalogue, people: readonly Person[], departments: readonly Department[]): LedgerNames => ({
  journeys,
  touchpoints,
  reasons,
  people,
  departments,
  kinds: named(KINDS, KIND_NAMES),
  measures: named(MEASURES, MEASURE_NAMES),
  states: named(TICKET_STATES, STATE_NAMES),
});

export const nameIn = (language: SheetLanguage, { name }: { name: Localized }): string => (language === 'en' ? (name.en ?? name.zh) : name.zh);

/** The name of an id, or the id where nothing has it (any more). */
export const nameOf = (all: readonly Named[], id: string | undefined, language: SheetLanguage): string | undefined => {
  const found = all.find((one) => one.id === id);
  return found ? nameIn(language, found) : id;
};
