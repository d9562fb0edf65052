import { GraphMap } from '#graph';
import type { SampleMap } from './sample-map';

const headings = { lane: (id: string) => id, column: (id: string) => id, group: (id: string) => id };
const texts = { map: '全景图', keys: '方向键移动', zoom: '缩放', zoomIn: '放大', zoomOut: '缩小', fit: '适合窗口' };

/** The product's own map with its cards, lines, arcs, losses and pinned names. */
export function OurPage({ map }: { map: SampleMap }) {
  return <GraphMap {...map} headings={headings} surfaces="groups" onSelect={() => undefined} tipOf={(id) => ({ title: id, rows: [] })} texts={texts} />;
}
