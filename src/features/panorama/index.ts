export { JourneyPage } from './journey-page';
export { PanoramaPage } from './panorama-page';
export { panoramaSearch, type PanoramaSearch } from './search';
