import type { PanoramaNode } from '#contract';
import { KINDS, RESOLUTIONS } from '#model';
import { kindMarks, kindWords, type Mark, resolutionMarks, resolutionWords, useTexts } from '#ui';
import { BarList, type BarRow } from './bar-list';
import { depthTexts } from './depth-texts';
import { listTexts } from './list-texts';
import { type Narrowing, withList } from './url';
import { useView } from './view';

const barTone = (tone: string): NonNullable<BarRow['tone']> => (tone === 'break' || tone === 'mild' || tone === 'handoff' || tone === 'good' ? tone : 'volume');

/** Kinds, reasons and resolutions of the interruptions at a place or on an edge; every number opens its list. */
export function Breakdown({ byKind, byReason, byResolution, at }: Pick<PanoramaNode, 'byKind' | 'byReason' | 'byResolution'> & { at: Pick<Narrowing, 'node' | 'edge'> }) {
  const { search, go, names } = useView();
  const t = useTexts(depthTexts);
  const list = useTexts(listTexts);
  const kinds = useTexts(kindWords);
  const resolutions = useTexts(resolutionWords);
  const open = (narrowing: Narrowing) => () => go(withList(search, { ...at, list: 'interruptions', ...narrowing }));
  const whole = KINDS.reduce((sum, kind) => sum + byKind[kind], 0);
  return (
    <>
      <BarList
        title={t.kinds}
        whole={whole}
        rows={KINDS.map((kind) => ({
          key: kind,
          label: <Marked mark={kindMarks[kind]} words={kinds[kind]} />,
          name: kinds[kind],
          count: byKind[kind],
          tone: barTone(kindMarks[kind].tone),
          onOpen: open({ kind }),
        })).toSorted((a, b) => b.count - a.count)}
      />
      <BarList
        title={t.reasons}
        whole={whole}
        rows={byReason.map(({ reason, count }) => {
          const name = reason === undefined ? list.noReason : names.reason(reason);
          return { key: reason ?? '', label: name, name, count, tone: 'volume', onOpen: open({ reason: reason ?? '' }) };
        })}
      />
      <BarList
        title={t.resolutions}
        whole={whole}
        rows={RESOLUTIONS.map((resolution) => ({
          key: resolution,
          label: <Marked mark={resolutionMarks[resolution]} words={resolutions[resolution]} />,
          name: resolutions[resolution],
          count: byResolution[resolution],
          tone: barTone(resolutionMarks[resolution].tone),
          onOpen: open({ resolution }),
        }))}
      />
    </>
  );
}

const Marked = ({ mark, words }: { mark: Mark; words: string }) => (
  <>
    <span aria-hidden="true">{mark.shape}</span> {words}
  </>
);
