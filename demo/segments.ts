import { text } from './text';

/** Customers by age, with their share and how much more often than others they break where age matters (`older` in a profile). */
export const SEGMENTS = [
  { id: 'age18', name: text('18–29 岁', 'Age 18–29'), share: 14, older: false },
  { id: 'age30', name: text('30–44 岁', 'Age 30–44'), share: 36, older: false },
  { id: 'age45', name: text('45–59 岁', 'Age 45–59'), share: 33, older: false },
  { id: 'age60', name: text('60 岁及以上', 'Age 60 and over'), share: 17, older: true },
] as const;
