export * from './arbitrary-catalogue';
export * from './arbitrary-world';
export * from './derive';
export * from './numbers-of-map';
