/** All migrations in order: a static list, so that names stay the same however the code is started. */
import type { Knex } from 'knex';
import * as createCore from './202611200900_create_core.ts';
import * as addPaperAndReturns from './202611210900_add_paper_and_returns.ts';
import * as addSetUp from './202611211000_add_set_up.ts';
import * as createMessages from './202611211010_create_messages.ts';
import * as freezeAgencies from './202611211020_freeze_agencies_in_rounds.ts';
import * as addSignIn from './202611211200_add_sign_in.ts';
import * as addRoundLife from './202611211310_add_round_life.ts';
import * as keepAudit from './202611211400_keep_audit.ts';
import * as guardRows from './202611220900_guard_rows.ts';
import * as addReminders from './202611221000_add_reminders.ts';
import * as addOrganisationAccounts from './202611221100_add_organisation_accounts.ts';
import * as addColleagues from './202611221200_add_colleagues.ts';
import * as addAnsweringTogether from './202611230900_add_answering_together.ts';
import * as addReview from './202611240900_add_review.ts';
import * as addActions from './202611240910_add_actions.ts';
import * as addCheckComments from './202611240920_add_check_comments.ts';
import * as addEditions from './202611250900_add_editions.ts';
import * as addApiTokens from './202611260900_add_api_tokens.ts';
import * as addPopulationNeed from './202611260910_add_population_need.ts';
import * as addBoardPaper from './202611260920_add_board_paper.ts';
import * as addAskedQuestions from './202611270900_add_asked_questions.ts';
import * as addPacks from './202611280900_add_packs.ts';
import * as removeNeeds from './202611281100_remove_needs.ts';
import * as noteBoardPaperInPacks from './202611281200_note_board_paper_in_packs.ts';
import * as markAnsweredQuestions from './202611281300_mark_answered_questions.ts';

export interface Migration {
  readonly name: string;
  readonly up: (knex: Knex) => Promise<void>;
  readonly down: (knex: Knex) => Promise<void>;
}

export const migrations: readonly Migration[] = [
  { name: '202611200900_create_core', up: createCore.up, down: createCore.down },
  {
    name: '202611210900_add_paper_and_returns',
    up: addPaperAndReturns.up,
    down: addPaperAndReturns.down,
  },
  { name: '202611211000_add_set_up', up: addSetUp.up, down: addSetUp.down },
  { name: '202611211010_create_messages', up: createMessages.up, down: createMessages.down },
  {
    name: '202611211020_freeze_agencies_in_rounds',
    up: freezeAgencies.up,
    down: freezeAgencies.down,
  },
  { name: '202611211200_add_sign_in', up: addSignIn.up, down: addSignIn.down },
  { name: '202611211310_add_round_life', up: addRoundLife.up, down: addRoundLife.down },
  { name: '202611211400_keep_audit', up: keepAudit.up, down: keepAudit.down },
  { name: '202611220900_guard_rows', up: guardRows.up, down: guardRows.down },
  { name: '202611221000_add_reminders', up: addReminders.up, down: addReminders.down },
  {
    name: '202611221100_add_organisation_accounts',
    up: addOrganisationAccounts.up,
    down: addOrganisationAccounts.down,
  },
  { name: '202611221200_add_colleagues', up: addColleagues.up, down: addColleagues.down },
  {
    name: '202611230900_add_answering_together',
    up: addAnsweringTogether.up,
    down: addAnsweringTogether.down,
  },
  { name: '202611240900_add_review', up: addReview.up, down: addReview.down },
  { name: '202611240910_add_actions', up: addActions.up, down: addActions.down },
  { name: '202611240920_add_check_comments', up: addCheckComments.up, down: addCheckComments.down },
  { name: '202611250900_add_editions', up: addEditions.up, down: addEditions.down },
  { name: '202611260900_add_api_tokens', up: addApiTokens.up, down: addApiTokens.down },
  {
    name: '202611260910_add_population_need',
    up: addPopulationNeed.up,
    down: addPopulationNeed.down,
  },
  { name: '202611260920_add_board_paper', up: addBoardPaper.up, down: addBoardPaper.down },
  {
    name: '202611270900_add_asked_questions',
    up: addAskedQuestions.up,
    down: addAskedQuestions.down,
  },
  { name: '202611280900_add_packs', up: addPacks.up, down: addPacks.down },
  { name: '202611281100_remove_needs', up: removeNeeds.up, down: removeNeeds.down },
  {
    name: '202611281200_note_board_paper_in_packs',
    up: noteBoardPaperInPacks.up,
    down: noteBoardPaperInPacks.down,
  },
  {
    name: '202611281300_mark_answered_questions',
    up: markAnsweredQuestions.up,
    down: markAnsweredQuestions.down,
  },
];
