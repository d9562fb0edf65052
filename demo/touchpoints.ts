import { text } from './text';

/** The seven places where customers meet the insurer, in the order of the panorama's columns. */
export const TOUCHPOINTS = [
  { id: 'app', name: text('APP', 'App'), service: 'self', place: 'online', initiative: 'customer' },
  { id: 'wechat', name: text('微信', 'WeChat'), service: 'self', place: 'online', initiative: 'customer' },
  { id: 'web', name: text('官网', 'Website'), service: 'self', place: 'online', initiative: 'customer' },
  { id: 'video', name: text('空中客服', 'Video agent'), service: 'assisted', place: 'online', initiative: 'company' },
  // Outbound calls from here carry `initiative: company` on the event.
  { id: 'hotline', name: text('95519', 'Hotline 95519'), service: 'assisted', place: 'online', initiative: 'customer' },
  { id: 'counter', name: text('柜面', 'Service counter'), service: 'assisted', place: 'offline', initiative: 'customer' },
  { id: 'agent', name: text('销售员', 'Sales agent'), service: 'assisted', place: 'offline', initiative: 'company' },
] as const;

export type TouchpointKey = (typeof TOUCHPOINTS)[number]['id'];

export const SELF: readonly TouchpointKey[] = ['app', 'wechat', 'web'];
export const ASSISTED: readonly TouchpointKey[] = ['video', 'hotline', 'counter', 'agent'];

export interface Habit {
  /** Hours in which somebody is there, or in which customers are called; Asia/Shanghai. */
  open: readonly [from: number, to: number];
  /** How long a step takes here, against self-service. */
  pace: number;
  /** Chance that a customer who was picked up here goes back to where they started, once helped. */
  returns: number;
  /** Chance that a pick-up here comes at once, from the very page. */
  realtime: number;
  /** How much customers of 60 and over prefer it. */
  older: number;
}

export const HABITS: Record<TouchpointKey, Habit> = {
  app: { open: [0, 24], pace: 1, returns: 0, realtime: 0, older: 0.6 },
  wechat: { open: [0, 24], pace: 1.1, returns: 0, realtime: 0, older: 0.85 },
  web: { open: [0, 24], pace: 1.2, returns: 0, realtime: 0, older: 0.35 },
  video: { open: [8, 22], pace: 1.6, returns: 0.5, realtime: 0.85, older: 1 },
  hotline: { open: [9, 20], pace: 1.6, returns: 0.7, realtime: 0.2, older: 1.8 },
  counter: { open: [9, 17], pace: 2, returns: 0, realtime: 0, older: 2.6 },
  agent: { open: [9, 20], pace: 1.8, returns: 0.3, realtime: 0, older: 1.9 },
};
