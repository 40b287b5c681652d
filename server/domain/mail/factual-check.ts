/** The letters of a factual check: that it has begun, and that a comment was answered. The words stay on the page. */
import { greet, type MailContent } from './content.ts';

export interface FactualCheckFacts {
  readonly name: string;
  readonly systemName: string;
  readonly round: { readonly id: string; readonly name: string; readonly checkEndsAt: Date };
  readonly path: string;
}

export function factualCheck({ name, systemName, round, path }: FactualCheckFacts): MailContent {
  return {
    subject: `Check the draft results: ${round.name}`,
    greeting: greet(name),
    paragraphs: [
      `The draft results of ${round.name} are ready. Read those of the Places where your agency was asked, and say what is wrong.`,
      'They are a draft, seen by the agencies asked, the reviewers and the coordinator only. Nobody else sees your comment but your agency, the reviewers and the coordinator.',
    ],
    moment: {
      what: `The factual check of ${round.name} ends`,
      at: round.checkEndsAt,
      calendar: { id: `${round.id}-check`, title: `Comments due: ${round.name}` },
    },
    action: { label: 'Check the draft results', path },
    why: `You get this because you answer for an agency in ${systemName}.`,
  };
}

export interface CommentAnsweredFacts {
  readonly name: string;
  readonly agencyName: string;
  readonly roundName: string;
  /** "Ferrow Vale" */
  readonly place: string;
  readonly path: string;
}

export function commentAnswered(facts: CommentAnsweredFacts): MailContent {
  const { name, agencyName, roundName, place, path } = facts;
  return {
    subject: `Your comment was answered: ${place}, ${roundName}`,
    greeting: greet(name),
    paragraphs: [
      `The reviewers answered your comment on the draft results of ${place} in ${roundName}.`,
    ],
    action: { label: 'Read the answer', path },
    why: `You get this because you commented for ${agencyName}.`,
  };
}
