import { STATES, type Balance, type State } from './state';
import { zeros } from './zeros';

/** The balance of no instances. */
export const emptyBalance = (): Balance => ({ entered: 0, ...zeros(STATES) });

/** Counts instances into the balance. */
export function enter(balance: Balance, state: State, instances = 1): void {
  balance.entered += instances;
  balance[state] += instances;
}

/** The balance of several balances together. */
export function sumBalances(balances: Iterable<Balance>): Balance {
  const sum = emptyBalance();
  for (const balance of balances) for (const state of STATES) enter(sum, state, balance[state]);
  return sum;
}
