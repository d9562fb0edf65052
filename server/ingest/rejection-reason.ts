import type { AppendRejection } from '../ports';

/** Why a store did not keep a row, for a person. */
export function rejectionReason(reason: AppendRejection['reason'], value: string): string {
  switch (reason) {
    case 'unknown-journey':
      return `the catalogue has no journey "${value}"`;
    case 'unknown-step':
      return `the journey has no step "${value}"`;
    case 'unknown-touchpoint':
      return `the catalogue has no touchpoint "${value}"`;
    case 'instance-of-another-journey':
      return `the instance "${value}" belongs to another journey`;
  }
}
