/** Reminds the owner of actions that are due soon, or overdue: where and by when, nothing of what they are about. */
import { greet, type MailContent } from './content.ts';

export interface DueAction {
  /** of the Place, or "the whole system" */
  readonly place: string;
  /** "31 March 2027" */
  readonly due: string;
}
export interface ActionsDueFacts {
  readonly name: string;
  readonly systemName: string;
  readonly soon: readonly DueAction[];
  readonly overdue: readonly DueAction[];
  readonly path: string;
}

export function actionsDue({
  name,
  systemName,
  soon,
  overdue,
  path,
}: ActionsDueFacts): MailContent {
  const count = soon.length + overdue.length;
  return {
    subject: overdue.length > 0 ? `Actions overdue: ${systemName}` : `Actions due: ${systemName}`,
    greeting: greet(name),
    paragraphs: [
      ...(overdue.length > 0 ? [`Overdue: ${listed(overdue, 'was due on')}.`] : []),
      ...(soon.length > 0 ? [`Due in the next days: ${listed(soon, 'due on')}.`] : []),
      'Say how they stand: done, under way, or by when. A note is enough.',
    ],
    action: { label: count === 1 ? 'Go to your action' : 'Go to your actions', path },
    why: 'You get this because you own these actions, or lead an agency that does. Overdue ones are mailed once a week at most.',
  };
}

const mostNamed = 8;

/** Of many the first ones, and how many more: a line of a letter is no list. */
function listed(actions: readonly DueAction[], when: string): string {
  const shown = actions.length > mostNamed + 1 ? actions.slice(0, mostNamed) : actions;
  const rest = actions.length - shown.length;
  const named = shown.map(({ place, due }) => `one in ${place}, ${when} ${due}`);
  return [...named, ...(rest > 0 ? [`and ${rest} more`] : [])].join('; ');
}
