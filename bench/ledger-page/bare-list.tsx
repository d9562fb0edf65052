import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';
import { COUNT, sampleTicket } from './sample-tickets';

/** A row is as high as ours, and the list shows as many: its height is in the address. */
const ROW = 40;
const HEIGHT = Number(new URLSearchParams(location.search).get('height'));

/** TanStack Virtual's own list of fixed rows, as its documentation makes it: one text a row. */
export const BareList = () => <List>{(index) => `Row ${index}`}</List>;

/** The same list with our thirteen texts a row, in plain cells. */
export const CellList = () => (
  <List>
    {(index) => {
      const row = sampleTicket(index);
      const texts = [row.id, row.title, row.state, row.locus.journey, row.owner, row.department, row.due, `${row.measures.done}/4`, row.baseline?.rate.toFixed(3), row.drop, row.testDay, row.statutoryDue, row.updatedAt];
      return (
        <div style={{ display: 'flex' }}>
          {texts.map((text) => (
            <div key={text} style={{ width: 118, overflow: 'hidden', whiteSpace: 'nowrap' }}>{text}</div>
          ))}
        </div>
      );
    }}
  </List>
);

function List({ children }: { children: (index: number) => ReactNode }) {
  const parent = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: COUNT, getScrollElement: () => parent.current, estimateSize: () => ROW, overscan: 5 });
  return (
    <div ref={parent} data-list style={{ height: HEIGHT, width: '100%', overflow: 'auto' }}>
      <div style={{ height: `${virtual.getTotalSize()}px`, width: '100%', position: 'relative' }}>
        {virtual.getVirtualItems().map((item) => (
          <div key={item.index} style={{ position: 'absolute', top: 0, left: 0, width: '100%', height: `${item.size}px`, transform: `translateY(${item.start}px)` }}>
            {children(item.index)}
          </div>
        ))}
      </div>
    </div>
  );
}
