import type { OrganisationId } from '#model';
import { Choice, useLocalize } from '#ui';
import styles from './organisation-tree.module.css';
import { useView } from './view';

interface Props {
  chosen: OrganisationId | undefined;
  onChoose: (id: OrganisationId) => void;
  /** Those that cannot be chosen here. */
  isRefused?: ((id: OrganisationId) => boolean) | undefined;
}

/** The organisations as a tree, each with all below it. */
export function OrganisationTree(props: Props) {
  return <Branch parent={undefined} {...props} />;
}

function Branch({ parent, ...props }: Props & { parent: OrganisationId | undefined }) {
  const { catalogue } = useView();
  const localize = useLocalize();
  const { chosen, onChoose, isRefused } = props;
  const here = catalogue.organisations.filter((one) => one.parent === parent);
  if (here.length === 0) return undefined;
  return (
    <ul className={styles.branch}>
      {here.map(({ id, name }) => (
        <li key={id}>
          <Choice chosen={id === chosen} disabled={isRefused?.(id)} onChoose={() => onChoose(id)}>
            {localize(name)}
          </Choice>
          <Branch parent={id} {...props} />
        </li>
      ))}
    </ul>
  );
}
