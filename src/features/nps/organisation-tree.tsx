import type { Catalogue, OrganisationId } from '#model';
import { Choice, useLocalize } from '#ui';
import styles from './filter-bar.module.css';

interface Props {
  catalogue: Catalogue;
  chosen: OrganisationId | undefined;
  onChoose: (id: OrganisationId) => void;
  parent?: OrganisationId | undefined;
}

/** The organisations as a tree, each with all below it. */
export function OrganisationTree({ catalogue, chosen, onChoose, parent }: Props) {
  const localize = useLocalize();
  const here = catalogue.organisations.filter((one) => one.parent === parent);
  if (here.length === 0) return undefined;
  return (
    <ul className={styles.branch}>
      {here.map(({ id, name }) => (
        <li key={id}>
          <Choice chosen={id === chosen} onChoose={() => onChoose(id)}>
            {localize(name)}
          </Choice>
          <OrganisationTree catalogue={catalogue} parent={id} chosen={chosen} onChoose={onChoose} />
        </li>
      ))}
    </ul>
  );
}
