import { view } from '../atoms';
import { useUi } from '../i18n';
import { Composer } from './composer';

/** The composer at the top of home. */
export function HomeComposer() {
  const { words } = useUi();
  return (
    <div className={view()}>
      <Composer kind="home" placeholder={words.whatsHappening} />
    </div>
  );
}
