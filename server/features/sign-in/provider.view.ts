/** The pages around the organisation's sign-in: on the way there, and back with nothing to show for it. */
import { linkMinutes } from '../../domain/access/sign-in.ts';
import { paths } from '../../web/paths.ts';
import { template, type Template } from '../../web/reply.ts';

export interface GoingView {
  /** the provider's */
  readonly address: string;
  readonly name: string;
}
export const goingPage = template<GoingView>('sign-in/organisation-going');

/** The form that leads there, wherever it stands. */
export interface OrganisationButton {
  readonly csrf: string;
  readonly returnTo: string;
  readonly text: string;
  /** '' for the main one of a page */
  readonly variant: string;
}

export interface FaultView {
  readonly csrf: string;
  readonly returnTo: string;
  readonly heading: string;
  readonly text: string;
  /** what to do instead; '' where trying again is all */
  readonly more: string;
  /** of the button that begins again; '' where that would not help */
  readonly again: string;
  readonly otherWay: string;
}
const faultPage = template<FaultView>('sign-in/organisation-fault');

/** over: used, too late, or another browser's; old: no password was asked for; taken: another person's here. */
export type Fault = 'away' | 'declined' | 'refused' | 'over' | 'old' | 'taken';

interface Words {
  readonly heading: string;
  readonly text: string;
  readonly more: string;
  readonly again: string;
  readonly status: number;
}

const byLink = `You can sign in with a link by e-mail meanwhile. It works once, for ${String(linkMinutes)} minutes.`;

const words: Readonly<Record<Fault, Words>> = {
  away: {
    heading: 'Your organisation’s sign-in can’t be reached',
    text: 'Sign-in with your organisation’s account is not available now. Nothing that you saved is lost.',
    more: byLink,
    again: 'Try again',
    status: 503,
  },
  declined: {
    heading: 'You are not signed in',
    text: 'The sign-in with your organisation’s account was stopped, or your organisation has not allowed it for this service.',
    more: 'If your organisation refused it, ask its IT department. You can sign in with a link by e-mail meanwhile.',
    again: 'Try again',
    status: 403,
  },
  refused: {
    heading: 'You are not signed in',
    text: 'What came back from your organisation’s sign-in did not prove who you are, so it was not used.',
    more: 'If it happens again, tell the coordinator of your system, and sign in with a link by e-mail meanwhile.',
    again: 'Try again',
    status: 400,
  },
  over: {
    heading: 'This sign-in is over',
    text: 'It was used already, took longer than ten minutes, or began in another browser.',
    more: '',
    again: 'Sign in with your organisation’s account',
    status: 410,
  },
  old: {
    heading: 'Your organisation did not ask for your password',
    text: 'What you want to do asks for a sign-in of the last 15 minutes, and your organisation’s sign-in did not say that there was one.',
    more: 'Sign in with a link by e-mail instead.',
    again: 'Try again',
    status: 403,
  },
  taken: {
    heading: 'This account is linked to somebody else',
    text: 'The account of your organisation that you chose signs in another person here.',
    more: 'Choose another account, or ask an administrator of this installation to unlink it there.',
    again: '',
    status: 409,
  },
};

interface FaultReply {
  readonly template: Template<FaultView>;
  readonly view: FaultView;
  readonly title: string;
  readonly status: number;
}

export function fault(kind: Fault, facts: Pick<FaultView, 'csrf' | 'returnTo'>): FaultReply {
  const { heading, text, more, again, status } = words[kind];
  const otherWay = paths.signIn(facts.returnTo);
  const view = { ...facts, heading, text, more, again, otherWay };
  return { template: faultPage, view, title: heading, status };
}
