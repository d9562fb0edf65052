import '@xyflow/react/dist/style.css';
import { type Edge, Handle, type Node, type NodeProps, Position, ReactFlow } from '@xyflow/react';
import { memo } from 'react';
import { fitViewport, mapExtent } from '#graph';
import type { SampleMap } from './sample-map';

type PlainNode = Node<{ volume?: string | undefined; rate?: string | undefined; note?: string | undefined }, 'plain'>;

/** A custom node as React Flow's own guide makes one: two handles and the same texts as ours, without bar, mark or severity. */
const PlainNodeView = memo(function PlainNodeView({ data }: NodeProps<PlainNode>) {
  return (
    <div style={{ width: 112, height: 62, padding: 8, border: '1px solid #ccc', borderRadius: 8, background: '#fff', fontSize: 13 }}>
      <Handle type="target" position={Position.Left} />
      <strong>{data.volume}</strong> {data.rate}
      <div>{data.note}</div>
      <Handle type="source" position={Position.Right} />
    </div>
  );
});

/** The window of the bench. */
const FRAME = { width: 1600, height: 1000 };

const nodeTypes = { plain: PlainNodeView };

/** What a plain React Flow page does with as many custom nodes at the same places and, if asked, as many edges. */
export function PlainPage({ map, edges }: { map: SampleMap; edges: boolean }) {
  const nodes = map.cards.map((card): PlainNode => {
    const { x = 0, y = 0 } = map.grid.cells.get(card.id) ?? {};
    const data = card.kind === 'place' ? { volume: card.volume, rate: card.rate, note: card.note?.text } : {};
    return { id: card.id, type: 'plain', position: { x, y }, data };
  });
  const lines = map.edges.map(({ id, from, to }): Edge => ({ id, type: 'smoothstep', source: from, target: to }));
  return (
    <ReactFlow defaultNodes={nodes} defaultEdges={edges ? lines : []} nodeTypes={nodeTypes} minZoom={0.3} maxZoom={2} translateExtent={mapExtent(map.grid)} defaultViewport={fitViewport(map.grid, FRAME)} />
  );
}
