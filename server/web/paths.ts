/** Every address of the application, in one place. */
import { setUpPaths } from './set-up.paths.ts';

const seg = encodeURIComponent;

const withReturn = (path: string, returnTo?: string): string =>
  !returnTo || returnTo === '/' ? path : `${path}?returnTo=${seg(returnTo)}`;

/** What is '' is left out. */
function withQuery(path: string, asked: Readonly<Record<string, string>>): string {
  const chosen = Object.entries(asked).filter(([, value]) => value !== '');
  return chosen.length === 0 ? path : `${path}?${new URLSearchParams(chosen).toString()}`;
}

export const paths = {
  home: () => '/',
  signIn: (returnTo?: string) => withReturn('/sign-in', returnTo),
  demoSignIn: () => '/sign-in/demonstration',
  signInAsk: () => '/sign-in/ask',
  signInSent: () => '/sign-in/sent',
  signInLink: (link?: { token: string; returnTo: string }) =>
    link
      ? `/sign-in/link?token=${seg(link.token)}&returnTo=${seg(link.returnTo)}`
      : '/sign-in/link',
  signInLinkAgain: () => '/sign-in/link/again',
  signInCode: (returnTo?: string) => withReturn('/sign-in/code', returnTo),
  signInOrganisation: () => '/sign-in/organisation',
  /** registered with the provider: it sends people back here */
  signInOrganisationBack: () => '/sign-in/organisation/back',
  linkOrganisation: () => '/sign-in/organisation/link',
  signInCodeSetUp: (returnTo?: string) => withReturn('/sign-in/code/set-up', returnTo),
  recoveryCodes: () => '/sign-in/code/recovery',
  chooseSystem: (returnTo?: string) => withReturn('/sign-in/choose', returnTo),
  signOut: () => '/sign-out',
  signOutEverywhere: () => '/sign-out/everywhere',
  account: () => '/account',
  accountOrganisation: () => '/account/organisation',
  unlinkOrganisation: () => '/account/organisation/unlink',
  /** of tokens for analysts' tools */
  tokens: () => '/account/tokens',
  newToken: () => '/account/tokens/new',
  revokeToken: (token: string) => `/account/tokens/${seg(token)}/revoke`,
  firstRun: (token?: string) => (token ? `/first-run?token=${seg(token)}` : '/first-run'),
  administration: (created?: string) =>
    created ? `/administration?created=${seg(created)}` : '/administration',
  newSystem: () => '/administration/systems/new',
  accounts: () => '/administration/accounts',
  help: () => '/help',
  glossary: () => '/glossary',
  accessibility: () => '/accessibility',
  privacy: () => '/privacy',
  cookies: () => '/cookies',
  rounds: () => '/rounds',
  round: (round: string) => `/rounds/${seg(round)}`,
  /** of the round that is looked after now */
  progressNow: () => '/progress',
  /** @param asked how it is filtered, and what was just done */
  progress: (round: string, asked: Readonly<Record<string, string>> = {}) =>
    withQuery(`/rounds/${seg(round)}/progress`, asked),
  agencyProgress: (round: string, agency: string) =>
    `/rounds/${seg(round)}/progress/${seg(agency)}`,
  remind: (round: string) => `/rounds/${seg(round)}/remind`,
  reminders: (round: string) => `/rounds/${seg(round)}/reminders`,
  /** @param asked which rows of the matrix, and their order */
  systemReport: (round: string, asked: Readonly<Record<string, string>> = {}) =>
    withQuery(`/rounds/${seg(round)}/report`, asked),
  /** what has moved since an earlier round @param asked since which */
  changes: (round: string, asked: Readonly<Record<string, string>> = {}) =>
    withQuery(`/rounds/${seg(round)}/changes`, asked),
  /** two Places side by side @param asked which: one, other */
  comparePlaces: (round: string, asked: Readonly<Record<string, string>> = {}) =>
    withQuery(`/rounds/${seg(round)}/compare`, asked),
  changesPdf: (round: string, asked: Readonly<Record<string, string>>) =>
    withQuery(`/rounds/${seg(round)}/changes.pdf`, asked),
  comparePlacesPdf: (round: string, asked: Readonly<Record<string, string>>) =>
    withQuery(`/rounds/${seg(round)}/compare.pdf`, asked),
  /** the summary; the same with all workings is the full one */
  systemPdf: (round: string) => `/rounds/${seg(round)}/report.pdf`,
  systemFullPdf: (round: string) => `/rounds/${seg(round)}/report-full.pdf`,
  boardPaper: (round: string) => `/rounds/${seg(round)}/board-paper`,
  boardPdf: (round: string) => `/rounds/${seg(round)}/board-paper.pdf`,
  editBoardPaper: (round: string) => `/rounds/${seg(round)}/board-paper/edit`,
  boardPaperHistory: (round: string) => `/rounds/${seg(round)}/board-paper/history`,
  placeReport: (round: string, place: string) =>
    `/rounds/${seg(round)}/places/${seg(place)}/report`,
  /** how a Place's results were worked out; its domains and elements stand there under their ids */
  review: (round: string, place: string, asked: Readonly<Record<string, string>> = {}) =>
    withQuery(`/rounds/${seg(round)}/places/${seg(place)}/review`, asked),
  reviewDomain: (round: string, place: string, domain: string) =>
    `/rounds/${seg(round)}/places/${seg(place)}/review/domains/${seg(domain)}`,
  giveView: (round: string, place: string, domain: string) =>
    `/rounds/${seg(round)}/places/${seg(place)}/review/domains/${seg(domain)}/view`,
  agree: (round: string, place: string, domain: string) =>
    `/rounds/${seg(round)}/places/${seg(place)}/review/domains/${seg(domain)}/agreement`,
  reviewElement: (round: string, place: string, element: string) =>
    `/rounds/${seg(round)}/places/${seg(place)}/review/elements/${seg(element)}`,
  agreeElement: (round: string, place: string, element: string) =>
    `/rounds/${seg(round)}/places/${seg(place)}/review/elements/${seg(element)}/agreement`,
  /** of what is published */
  correct: (round: string, place: string, subject: 'domain' | 'element', item: string) =>
    `/rounds/${seg(round)}/places/${seg(place)}/review/${subject}s/${seg(item)}/correction`,
  withdrawCorrection: (round: string, place: string, subject: 'domain' | 'element', item: string) =>
    `/rounds/${seg(round)}/places/${seg(place)}/review/${subject}s/${seg(item)}/correction/withdraw`,
  /** @param done number of the edition that was just published */
  corrections: (round: string, done = '') =>
    withQuery(`/rounds/${seg(round)}/corrections`, { done }),
  publishEdition: (round: string) => `/rounds/${seg(round)}/corrections/publish`,
  /** the workshop screen: the first domain that is left, else the decisions */
  workshop: (round: string, place: string) =>
    `/rounds/${seg(round)}/places/${seg(place)}/review/workshop`,
  workshopDomain: (round: string, place: string, domain: string) =>
    `/rounds/${seg(round)}/places/${seg(place)}/review/workshop/domains/${seg(domain)}`,
  /** @param seen how often each domain had been recorded when the screen was drawn */
  workshopNews: (round: string, place: string, seen: string) =>
    withQuery(`/rounds/${seg(round)}/places/${seg(place)}/review/workshop/news`, { seen }),
  workshopDecisions: (round: string, place: string) =>
    `/rounds/${seg(round)}/places/${seg(place)}/review/workshop/decisions`,
  /** the domains that divide nobody, together */
  agreeInView: (round: string, place: string) =>
    `/rounds/${seg(round)}/places/${seg(place)}/review/agree-in-view`,
  signOff: (round: string, place: string) =>
    `/rounds/${seg(round)}/places/${seg(place)}/review/sign-off`,
  reopenReview: (round: string, place: string) =>
    `/rounds/${seg(round)}/places/${seg(place)}/review/reopen`,
  reviewMinutes: (round: string, place: string) =>
    `/rounds/${seg(round)}/places/${seg(place)}/review/minutes.pdf`,
  /** the draft results of a Place, and what its agencies say of them */
  factualCheck: (round: string, place: string, asked: Readonly<Record<string, string>> = {}) =>
    withQuery(`/rounds/${seg(round)}/places/${seg(place)}/check`, asked),
  checkComment: (round: string, place: string, comment: string) =>
    `/rounds/${seg(round)}/places/${seg(place)}/check/${seg(comment)}`,
  checkAnswer: (round: string, place: string, comment: string) =>
    `/rounds/${seg(round)}/places/${seg(place)}/check/${seg(comment)}/answer`,
  placeMethod: (round: string, place: string) =>
    `/rounds/${seg(round)}/places/${seg(place)}/method`,
  /** what the round's data holds, and where to take it away */
  data: (round: string) => `/rounds/${seg(round)}/data`,
  /** @param sheet of a CSV; '' for the one that comes first */
  dataFile: (round: string, as: 'xlsx' | 'csv' | 'json', sheet = '') =>
    withQuery(`/rounds/${seg(round)}/export.${as}`, { sheet }),
  /** the services of the round's map @param asked which are looked for */
  services: (round: string, asked: Readonly<Record<string, string>> = {}) =>
    withQuery(`/rounds/${seg(round)}/services`, asked),
  /** what would settle a Place's colours, to be sent to agencies @param asked element, or what was just sent */
  questions: (round: string, place: string, asked: Readonly<Record<string, string>> = {}) =>
    withQuery(`/rounds/${seg(round)}/places/${seg(place)}/questions`, asked),
  /** one of them, by its id */
  service: (round: string, service: string) => `/rounds/${seg(round)}/services/${seg(service)}`,
  /** what the service map tells of the Places */
  systemMap: (round: string) => `/rounds/${seg(round)}/map`,
  placeMap: (round: string, place: string) => `/rounds/${seg(round)}/places/${seg(place)}/map`,
  servicesFile: (round: string, as: 'csv' | 'xlsx', asked: Readonly<Record<string, string>> = {}) =>
    withQuery(`/rounds/${seg(round)}/services.${as}`, asked),
  /** the interface for programs, version 1 */
  api: {
    description: () => '/api/v1/openapi.json',
    rounds: (asked: Readonly<Record<string, string>> = {}) => withQuery('/api/v1/rounds', asked),
    table: (round: string, table: string, asked: Readonly<Record<string, string>> = {}) =>
      withQuery(`/api/v1/rounds/${seg(round)}/${seg(table)}`, asked),
  },
  /** all reports of a round in one PDF: where it is asked for, and how far it is */
  pack: (round: string) => `/rounds/${seg(round)}/pack`,
  packProgress: (round: string) => `/rounds/${seg(round)}/pack/progress`,
  packPdf: (round: string) => `/rounds/${seg(round)}/pack.pdf`,
  placePdf: (round: string, place: string) =>
    `/rounds/${seg(round)}/places/${seg(place)}/report.pdf`,
  placeFullPdf: (round: string, place: string) =>
    `/rounds/${seg(round)}/places/${seg(place)}/report-full.pdf`,
  response: (response: string) => `/responses/${seg(response)}`,
  section: (response: string, section: string) =>
    `/responses/${seg(response)}/sections/${seg(section)}`,
  suggestion: (response: string, section: string) =>
    `/responses/${seg(response)}/sections/${seg(section)}/suggestion`,
  sectionHistory: (response: string, section: string) =>
    `/responses/${seg(response)}/sections/${seg(section)}/history`,
  /** @param asked which part of which answer, as it was at which revision */
  bringBack: (response: string, section: string, asked: Readonly<Record<string, string>> = {}) =>
    withQuery(`/responses/${seg(response)}/sections/${seg(section)}/history/back`, asked),
  sectionDone: (response: string, section: string) =>
    `/responses/${seg(response)}/sections/${seg(section)}/done`,
  /** who does what */
  parts: (response: string) => `/responses/${seg(response)}/parts`,
  autosave: (response: string, section: string) =>
    `/responses/${seg(response)}/sections/${seg(section)}/save`,
  check: (response: string) => `/responses/${seg(response)}/check`,
  answersPdf: (response: string) => `/responses/${seg(response)}/answers.pdf`,
  submit: (response: string) => `/responses/${seg(response)}/submit`,
  submitted: (response: string) => `/responses/${seg(response)}/submitted`,
  returnResponse: (response: string) => `/responses/${seg(response)}/return`,
  returned: (response: string) => `/responses/${seg(response)}/returned`,
  copyAnswers: (response: string) => `/responses/${seg(response)}/copy`,
  /** last round's answers, to be decided on one by one */
  carry: (response: string) => `/responses/${seg(response)}/carry`,
  startCarry: (response: string) => `/responses/${seg(response)}/carry/start`,
  dropCarry: (response: string) => `/responses/${seg(response)}/carry/drop`,
  carryEntries: (response: string) => `/responses/${seg(response)}/entries/carry`,
  entries: (response: string) => `/responses/${seg(response)}/entries`,
  /** @param last id of last round's entry, whose answers stand in the form */
  newEntry: (response: string, last = '') =>
    withQuery(`/responses/${seg(response)}/entries/new`, { last }),
  entry: (response: string, entry: string) => `/responses/${seg(response)}/entries/${seg(entry)}`,
  autosaveNewEntry: (response: string) => `/responses/${seg(response)}/entries/save`,
  autosaveEntry: (response: string, entry: string) =>
    `/responses/${seg(response)}/entries/${seg(entry)}/save`,
  entryHistory: (response: string, entry: string) =>
    `/responses/${seg(response)}/entries/${seg(entry)}/history`,
  /** @param asked which answer, as it was at which revision */
  bringBackEntry: (response: string, entry: string, asked: Readonly<Record<string, string>> = {}) =>
    withQuery(`/responses/${seg(response)}/entries/${seg(entry)}/history/back`, asked),
  copyEntry: (response: string, entry: string) =>
    `/responses/${seg(response)}/entries/${seg(entry)}/copy`,
  removeEntry: (response: string, entry: string) =>
    `/responses/${seg(response)}/entries/${seg(entry)}/remove`,
  restoreEntry: (response: string, entry: string) =>
    `/responses/${seg(response)}/entries/${seg(entry)}/restore`,
  entriesFile: (response: string) => `/responses/${seg(response)}/entries.xlsx`,
  entriesTemplate: (response: string) => `/responses/${seg(response)}/template.xlsx`,
  entriesUpload: (response: string) => `/responses/${seg(response)}/entries/upload`,
  entriesStore: (response: string) => `/responses/${seg(response)}/entries/upload/store`,
  /** what a coordinator asks about its services, answered while it stays submitted */
  answerQuestions: (response: string) => `/responses/${seg(response)}/questions`,
  noService: (response: string) => `/responses/${seg(response)}/no-service`,
  /** the people who answer for an agency, by its slug */
  colleagues: (agency: string) => `/agencies/${seg(agency)}/people`,
  inviteColleague: (agency: string) => `/agencies/${seg(agency)}/people/new`,
  inviteAgain: (agency: string, person: string) =>
    `/agencies/${seg(agency)}/people/${seg(person)}/invite`,
  removeColleague: (agency: string, person: string) =>
    `/agencies/${seg(agency)}/people/${seg(person)}/remove`,
  /** @param asked how the list is filtered */
  actions: (asked: Readonly<Record<string, string>> = {}) => withQuery('/actions', asked),
  actionsFile: (as: 'csv' | 'xlsx', asked: Readonly<Record<string, string>> = {}) =>
    withQuery(`/actions.${as}`, asked),
  /** @param from what it is raised from: place, source, item, round */
  newAction: (from: Readonly<Record<string, string>> = {}) => withQuery('/actions/new', from),
  /** the open ones of the rounds before, to be gone through */
  reviewActions: (round: string, asked: Readonly<Record<string, string>> = {}) =>
    withQuery('/actions/review', { round, ...asked }),
  action: (action: string, asked: Readonly<Record<string, string>> = {}) =>
    withQuery(`/actions/${seg(action)}`, asked),
  /** @param round at whose beginning it is gone through; '' for none */
  editAction: (action: string, round = '') => withQuery(`/actions/${seg(action)}/edit`, { round }),
  decideAction: (action: string) => `/actions/${seg(action)}/review`,
  audit: (asked: Readonly<Record<string, string>> = {}) => withQuery('/audit', asked),
  messages: () => '/messages',
  message: (message: string) => `/messages/${seg(message)}`,
  messageCalendar: (message: string) => `/messages/${seg(message)}/deadline.ics`,
  setUp: setUpPaths,
  instruments: () => '/instruments',
  instrument: (id: string, version: string) => `/instruments/${seg(id)}/${seg(version)}`,
  /** the blank paper form */
  instrumentForm: (id: string, version: string) =>
    `/instruments/${seg(id)}/${seg(version)}/form.pdf`,
};

/** The path if it is one of our own, else the start page: a redirect never leads away. */
export function ownPath(path: string): string {
  const plain = /^\/(?![/\\])[\w\-./?=&%~:#]*$/.test(path) && !/%(0[0-9a-f]|5c)/i.test(path);
  return plain ? path : paths.home();
}
