import { defineTexts } from '#ui';

export const mapTexts = defineTexts({
  mapKeys: { zh: '方向键在地点间移动', en: 'Arrow keys walk between places' },
  zoom: { zh: '缩放', en: 'Zoom' },
  zoomIn: { zh: '放大', en: 'Zoom in' },
  zoomOut: { zh: '缩小', en: 'Zoom out' },
  fit: { zh: '适合窗口', en: 'Fit' },
  place: { zh: (step: string, touchpoint: string, n: string) => `${step}，${touchpoint}：${n} 个事件`, en: (step: string, touchpoint: string, n: string) => `${step}, ${touchpoint}: ${n} events` },
});
