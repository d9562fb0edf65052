/** 流转, 接续, 客户自寻: what joins two places. */
export const EDGE_KINDS = ['flow', 'handoff', 'detour'] as const;
export type EdgeKind = (typeof EDGE_KINDS)[number];

/** A line between two places of the map. */
export interface MapEdge {
  id: string;
  kind: EdgeKind;
  from: string;
  to: string;
  /** Drawn as width, on one scale for flows and another for handoffs and detours. */
  volume: number;
  /** Written beside the line where there is room. */
  label?: string | undefined;
}

/** 流失: a broken stub below a place. */
export interface MapLoss {
  id: string;
  from: string;
  label: string;
  /** Further to the right: a mark stands where it would begin. */
  aside?: boolean | undefined;
}
