/** Phrases and page frames that set-up's pages share. */
import type { Scope } from '../../domain/access/scope.ts';
import { paths } from '../../web/paths.ts';
import type { Crumb, PageOptions } from '../../web/reply.ts';
import type { SetUpList } from '../../web/set-up.paths.ts';

export const listTitles: Readonly<Record<SetUpList, string>> = {
  places: 'Places',
  agencies: 'Agencies',
  people: 'People',
};
/** "1 agency", "2 agencies" */
export const listNouns: Readonly<Record<SetUpList, readonly [string, string]>> = {
  places: ['Place', 'Places'],
  agencies: ['agency', 'agencies'],
  people: ['person', 'people'],
};

export function captionOf({ systemName }: Scope, list?: SetUpList): string {
  return list ? `${systemName} · ${listTitles[list]}` : systemName;
}

/** Lists are pages to compare on; forms are narrow. */
export function listOptions(title: string): PageOptions {
  return { title, crumbs: [overviewCrumb] };
}

export function formOptions(
  title: string,
  list: SetUpList,
  above: readonly Crumb[] = [],
): PageOptions {
  const crumbs = [
    overviewCrumb,
    { text: listTitles[list], href: paths.setUp.list(list) },
    ...above,
  ];
  return { title, crumbs };
}

const overviewCrumb: Crumb = { text: 'Set-up', href: paths.setUp.overview() };
