import { describe } from 'vitest';
import { arrivalsSuite } from '../arrivals.suite';
import { eventStoreSuite, ZONE } from '../event-store.suite';
import { ratingStoreSuite } from '../rating-store.suite';
import { voiceStoreSuite } from '../voice-store.suite';
import { memoryEventStore } from './memory-event-store';

describe('the event store in memory', () => eventStoreSuite({ open: async () => memoryEventStore({ zone: ZONE }), runs: 40, numbers: Infinity }));
describe('arrivals in memory', () => arrivalsSuite({ open: async () => memoryEventStore({ zone: ZONE }), runs: 40 }));
describe('ratings in memory', () => ratingStoreSuite({ open: async () => memoryEventStore({ zone: ZONE }), runs: 40 }));
describe('comments in memory', () => voiceStoreSuite({ open: async () => memoryEventStore({ zone: ZONE }), runs: 20 }));
