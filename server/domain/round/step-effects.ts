/** What a step of a round will do, before it is done: whom it mails, what it fixes, what it ends. */
import type { StepFacts } from './step-facts.ts';
import { some } from './step-words.ts';

const mailsNobody = 'Nobody is e-mailed.';

export function ofOpening(facts: StepFacts): readonly string[] {
  const { onPaper, closes } = facts;
  return [
    invitationWords(facts),
    ...(onPaper === 0
      ? []
      : [
          `${some(onPaper, 'agency answers', 'agencies answer')} on paper: nobody there is e-mailed for it.`,
        ]),
    `Agencies can answer from now on${closes ? `, and are told that it closes on ${closes.words}` : ''}.`,
    'Instruments, Places, colours and quorum are fixed, and so are each agency’s sectors and Places in this round.',
  ];
}

function invitationWords({ invitedAgencies, invitations }: StepFacts): string {
  if (invitations === 0) return mailsNobody;
  const agencies = some(invitedAgencies, 'agency', 'agencies');
  const verb = invitedAgencies === 1 ? 'is' : 'are';
  return `${agencies} ${verb} e-mailed: ${some(invitations, 'invitation', 'invitations')}, one to each person who answers.`;
}

export function ofClosing({ asked, submitted }: StepFacts): readonly string[] {
  const left = asked - submitted;
  return [
    mailsNobody,
    left === 0
      ? 'No agency can change its answers any more, unless a response is returned to it.'
      : `${some(left, 'response', 'responses')} not submitted can’t be written any more. What is entered is kept, and not counted.`,
    'You can open it to answers again until the factual check begins.',
  ];
}

export function ofReopening({ asked, submitted, closes }: StepFacts): readonly string[] {
  return [
    mailsNobody,
    `${some(asked - submitted, 'response', 'responses')} not submitted can be written again.`,
    ...(closes?.passed === true
      ? [`The closing time stays ${closes.words}: give a later one afterwards.`]
      : []),
  ];
}

export function ofChecking({ checkDays, answerers }: StepFacts): readonly string[] {
  return [
    answerers === 0
      ? mailsNobody
      : `${some(answerers, 'person is', 'people are')} e-mailed: everybody who answers for an agency that is asked.`,
    'Each agency can read the draft results of the Places where it is asked, without agencies’ names, and comment on them.',
    checkDays === 0
      ? 'It lasts no days: you can publish at once.'
      : `It lasts ${some(checkDays, 'day', 'days')}. A response can still be returned and submitted again.`,
    'You can go back to review until you publish.',
  ];
}

export function ofResuming(): readonly string[] {
  return [
    mailsNobody,
    'The factual check ends. It begins anew when the review is done.',
    'Agencies can’t read the draft results meanwhile. Their comments stay, and can still be answered.',
  ];
}

export function ofPublishing({ everybody }: StepFacts): readonly string[] {
  return [
    `${some(everybody, 'person is', 'people are')} e-mailed: everybody with a role in the system.`,
    'Everybody in the system can read the results, without the agencies’ names.',
    'No answer can be changed any more. An agreed level is corrected only by a new edition, which says what changed.',
  ];
}

export function ofArchiving(): readonly string[] {
  return [mailsNobody, 'Its results stay where they are, for everybody who could read them.'];
}
