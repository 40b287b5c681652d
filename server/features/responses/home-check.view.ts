/** The steps on the start page about results: drafts to read, comments to answer, corrections to publish. */
import { andList, counted } from '../../web/english.ts';
import { paths } from '../../web/paths.ts';
import { formatDateTime } from '../../web/time.ts';
import type { Commented, Corrected, Draft } from './home-check.queries.ts';
import type { NextView } from './home-next.view.ts';
import type { StepView } from './home-steps.view.ts';

/** For an agency's people: one for each Place that their agency may check. */
export function draftSteps(drafts: readonly Draft[], now: Date): NextView[] {
  return drafts.map(({ roundSlug, roundName, placeSlug, placeName, endsAt }) => ({
    when:
      endsAt > now
        ? `${roundName}, until ${formatDateTime(endsAt)}`
        : `${roundName}, until the results are published`,
    text: `Check the draft results of ${placeName}`,
    href: paths.factualCheck(roundSlug, placeSlug),
    button: 'Check',
  }));
}

/** Where something is not answered. @param mayAnswer the person answers there; else it waits for the reviewers */
export function commentSteps(
  commented: readonly Commented[],
  mayAnswer: (placeId: string) => boolean,
): StepView[] {
  return commented
    .filter(({ unanswered }) => unanswered > 0)
    .map(({ roundSlug, roundName, placeId, placeSlug, placeName, comments, unanswered }) => ({
      rag: '',
      title: `${counted(unanswered, 'comment', 'comments')} to answer: ${placeName}`,
      text: mayAnswer(placeId)
        ? `Agencies commented on the draft results of ${roundName}.`
        : `Agencies commented on the draft results of ${roundName}. The Place’s reviewers answer.`,
      names: null,
      figure: {
        value: String(unanswered),
        unit: `of ${comments}`,
        label: 'comments are not answered',
      },
      href: paths.factualCheck(roundSlug, placeSlug),
      linkText: `Open the comments`,
    }));
}

/** For coordinators: until they publish it, a chair's correction changes nothing. */
export function correctionSteps(corrected: readonly Corrected[]): StepView[] {
  return corrected.map(({ roundSlug, roundName, waiting, places }) => ({
    rag: '',
    title: `${counted(waiting, 'correction waits', 'corrections wait')}: ${roundName}`,
    text: `For ${andList(places)}. What is published stays as it is until you publish a new edition.`,
    names: null,
    figure: {
      value: String(waiting),
      unit: '',
      label: `${waiting === 1 ? 'correction' : 'corrections'} to publish`,
    },
    href: paths.corrections(roundSlug),
    linkText: 'Open the corrections',
  }));
}
