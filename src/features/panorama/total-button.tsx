import { CountButton } from './bar-list';
import { type Narrowing, withList } from './url';
import { useView } from './view';

/** A total that opens its list. */
export function TotalButton({ name, count, narrowing }: { name: string; count: number; narrowing: Narrowing }) {
  const { search, go } = useView();
  return <CountButton name={name} count={count} onOpen={() => go(withList(search, narrowing))} />;
}
