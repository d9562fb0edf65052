import type { OrganisationId } from '#model';
import { Choice, useLocalize } from '#ui';
import styles from './organisation-tree.module.css';
import { useView } from './view';

/** The organisations as a tree, each with all below it. */
export function OrganisationTree({ chosen, onChoose }: { chosen: OrganisationId | undefined; onChoose: (id: OrganisationId) => void }) {
  return <Branch parent={undefined} chosen={chosen} onChoose={onChoose} />;
}

function Branch({ parent, chosen, onChoose }: { parent: OrganisationId | undefined; chosen: OrganisationId | undefined; onChoose: (id: OrganisationId) => void }) {
  const { catalogue } = useView();
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
          <Branch parent={id} chosen={chosen} onChoose={onChoose} />
        </li>
      ))}
    </ul>
  );
}
