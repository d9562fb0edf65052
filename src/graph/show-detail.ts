import { CLOSE_ZOOM, DETAIL_ZOOM } from './viewport';

/** Tells the style of the map how much detail fits at a zoom (`data-lod`). While the map moves it stays as it is. */
export function showDetail(map: HTMLElement, zoom: number): void {
  const detail = zoom < DETAIL_ZOOM ? 'far' : zoom < CLOSE_ZOOM ? 'near' : 'close';
  if (map.dataset.moving === undefined && map.dataset.lod !== detail) map.dataset.lod = detail;
}
