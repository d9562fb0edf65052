export type { Headings } from './backdrop';
export { GraphMap, type GraphMapProps, type GraphTexts } from './graph-map';
export { type Grid, type GridSizes, type GridSpec, layoutGrid } from './grid';
export { textWidth } from './labels';
export { Legend } from './legend';
export type { LegendTexts } from './legend-signs';
export type { EdgeKind, MapEdge, MapLoss } from './map-edge';
export type { Card, CardDetail, CardMark, MarkKind, PlaceCard, ResultCard, Severity, Tip } from './place-card';
export { fitViewport, mapExtent } from './viewport';
