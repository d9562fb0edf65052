export * from './count-experience';
export * from './count-journey-periods';
export * from './count-ratings';
export * from './nps';
export * from './nps-contributions';
export * from './nps-periods';
export * from './weighted-nps';
