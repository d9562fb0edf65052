import { type CustomerId, type OrganisationId, organisationId, type SegmentId, segmentId } from '#model';
import { ORGANISATIONS } from './organisations';
import { hash, mix, Random } from './random';
import { SEGMENTS } from './segments';
import { Weighted } from './weighted';

export interface Customer {
  /** Twelve hexadecimal digits. */
  id: CustomerId;
  organisation: OrganisationId;
  segment: SegmentId;
  older: boolean;
  /** How often customers of this organisation break, against the average. */
  friction: number;
}

/** At scale 1; with about 150 journeys a day, each returns once a year. */
const CUSTOMERS = 50_000;

const homes = new Weighted(ORGANISATIONS.map(({ id, customers, friction }) => [{ id: organisationId.parse(id), friction }, customers]));
const ages = new Weighted(SEGMENTS.map(({ id, share, older }) => [{ id: segmentId.parse(id), older }, share]));

/** Chooses a customer by chance; the same customer always has the same home and age. */
export function someCustomer(seed: string, scale: number, random: Random): Customer {
  const number = Math.floor(random.next() * CUSTOMERS * Math.max(1, scale));
  const key = hash(seed);
  const self = new Random(key, number);
  const home = homes.pick(self);
  const age = ages.pick(self);
  // Minted here and always valid: parsing each of millions would be most of the work.
  const id = (hex(mix(key ^ number)) + hex(mix(number + 0x5bd1e995) ^ key).slice(4)) as CustomerId;
  return { id, organisation: home.id, segment: age.id, older: age.older, friction: home.friction };
}

const hex = (value: number): string => (value >>> 0).toString(16).padStart(8, '0');
