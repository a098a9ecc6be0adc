import type { Pillar } from '../score/pillar';

/** What a score asks for: `low` below 8 points, `middle` from 8, `high` from 16 to 25. */
export type Level = 'low' | 'middle' | 'high';

/** One tip of the catalogue. Its words are in `_locales`: see `tipTitleKey`, `tipWhyKey`, `tipStepKeys`. */
export interface Tip {
  /** Never changes and is never used again: the journal keeps it. Lower snake case, part of the keys of its words. */
  readonly id: string;
  /** The pillar it counts for; a profile tip counts for `brand`, where LinkedIn counts a complete profile. */
  readonly pillar: Pillar;
  /** Whether it belongs to a beginner's profile, which comes first below a total of 25. */
  readonly profile: boolean;
  /** Number of steps, 1 to 3. */
  readonly steps: number;
  /** Minutes it takes. */
  readonly minutes: number;
  /** Days after which it makes sense again. */
  readonly every: number;
  /** Scores of its pillar that it fits. */
  readonly levels: readonly Level[];
  /** Whether it needs a Sales Navigator seat. */
  readonly salesNavigator: boolean;
  /** The page to open, on https://www.linkedin.com/. */
  readonly address: string;
  /**
   * Who says so. `official`: LinkedIn names what it does as an input of the pillar (help article a105145). `practice`: what
   * practitioners advise. `guide`: good manners and craft of ours.
   */
  readonly source: 'official' | 'practice' | 'guide';
}

/** The level of a pillar's score, in points of 0 to 25. */
export function levelOf(score: number): Level {
  return score < 8 ? 'low' : score < 16 ? 'middle' : 'high';
}

/** Where a tip can send the member, on https://www.linkedin.com/. */
const pages = {
  accountSearch: 'sales/search/company',
  companySearch: 'search/results/companies/',
  connections: 'mynetwork/invite-connect/connections/',
  events: 'events/',
  feed: 'feed/',
  groups: 'groups/',
  invitations: 'mynetwork/invitation-manager/',
  leadSearch: 'sales/search/people',
  messages: 'messaging/',
  network: 'mynetwork/',
  newArticle: 'article/new/',
  notifications: 'notifications/',
  peopleSearch: 'search/results/people/',
  postNumbers: 'analytics/creator/content/',
  postSearch: 'search/results/content/',
  profile: 'in/me/',
  profileViews: 'analytics/profile-views/',
  savedPosts: 'my-items/saved-posts/',
  sentInvitations: 'mynetwork/invitation-manager/sent/',
  ssi: 'sales/ssi',
} as const;

const any: readonly Level[] = ['low', 'middle', 'high'];
const early: readonly Level[] = ['low', 'middle'];
const later: readonly Level[] = ['middle', 'high'];

type Entry = Pick<Tip, 'id' | 'steps' | 'minutes' | 'every' | 'levels' | 'source'> & {
  readonly opens: keyof typeof pages;
  readonly salesNavigator?: true;
};

function tipsFor(pillar: Pillar, profile: boolean, entries: readonly Entry[]): readonly Tip[] {
  return entries.map(({ opens, ...entry }) => ({
    salesNavigator: false,
    ...entry,
    pillar,
    profile,
    address: `https://www.linkedin.com/${pages[opens]}`,
  }));
}

/** The catalogue: one table, and so over 300 lines. Within a pillar its order is the order of turns: see `chooseTip`. */
export const tips: readonly Tip[] = [
  ...tipsFor('brand', true, [
    { id: 'profile_photo', steps: 2, minutes: 10, every: 365, levels: early, opens: 'profile', source: 'official' },
    { id: 'profile_headline', steps: 2, minutes: 10, every: 180, levels: early, opens: 'profile', source: 'practice' },
    { id: 'profile_about', steps: 3, minutes: 30, every: 180, levels: early, opens: 'profile', source: 'practice' },
    { id: 'profile_cover', steps: 2, minutes: 20, every: 365, levels: early, opens: 'profile', source: 'practice' },
    {
      id: 'profile_experience',
      steps: 2,
      minutes: 20,
      every: 365,
      levels: early,
      opens: 'profile',
      source: 'official',
    },
    { id: 'profile_education', steps: 1, minutes: 10, every: 365, levels: early, opens: 'profile', source: 'official' },
    { id: 'profile_skills', steps: 2, minutes: 10, every: 180, levels: early, opens: 'profile', source: 'official' },
    { id: 'profile_two_days', steps: 2, minutes: 5, every: 365, levels: early, opens: 'profile', source: 'practice' },
    { id: 'profile_contact', steps: 2, minutes: 5, every: 365, levels: early, opens: 'profile', source: 'guide' },
    { id: 'profile_featured', steps: 2, minutes: 15, every: 90, levels: any, opens: 'profile', source: 'practice' },
    { id: 'profile_client_eyes', steps: 2, minutes: 10, every: 90, levels: any, opens: 'profile', source: 'guide' },
    { id: 'profile_industry', steps: 2, minutes: 5, every: 365, levels: early, opens: 'profile', source: 'guide' },
    { id: 'profile_measure', steps: 2, minutes: 5, every: 28, levels: any, opens: 'ssi', source: 'practice' },
  ]),
  ...tipsFor('brand', false, [
    { id: 'brand_first_post', steps: 2, minutes: 10, every: 7, levels: ['low'], opens: 'feed', source: 'practice' },
    { id: 'brand_useful_post', steps: 3, minutes: 20, every: 7, levels: any, opens: 'feed', source: 'practice' },
    { id: 'brand_benefit', steps: 3, minutes: 10, every: 14, levels: any, opens: 'feed', source: 'practice' },
    { id: 'brand_less_self', steps: 2, minutes: 10, every: 28, levels: any, opens: 'postNumbers', source: 'practice' },
    { id: 'brand_outline', steps: 2, minutes: 10, every: 14, levels: any, opens: 'newArticle', source: 'official' },
    { id: 'brand_article', steps: 3, minutes: 60, every: 28, levels: later, opens: 'newArticle', source: 'official' },
    {
      id: 'brand_endorsement',
      steps: 2,
      minutes: 10,
      every: 28,
      levels: early,
      opens: 'connections',
      source: 'official',
    },
    { id: 'brand_recommendation', steps: 2, minutes: 10, every: 28, levels: any, opens: 'profile', source: 'practice' },
    {
      id: 'brand_recommend',
      steps: 2,
      minutes: 10,
      every: 28,
      levels: later,
      opens: 'connections',
      source: 'practice',
    },
    { id: 'brand_story', steps: 3, minutes: 30, every: 28, levels: later, opens: 'feed', source: 'practice' },
    { id: 'brand_topics', steps: 2, minutes: 10, every: 180, levels: early, opens: 'profile', source: 'guide' },
    { id: 'brand_plan', steps: 2, minutes: 15, every: 28, levels: any, opens: 'feed', source: 'guide' },
    {
      id: 'brand_best_post',
      steps: 2,
      minutes: 10,
      every: 28,
      levels: later,
      opens: 'postNumbers',
      source: 'practice',
    },
    { id: 'brand_lesson', steps: 2, minutes: 20, every: 28, levels: later, opens: 'feed', source: 'practice' },
    { id: 'brand_keep_habit', steps: 2, minutes: 10, every: 7, levels: ['high'], opens: 'feed', source: 'practice' },
  ]),
  ...tipsFor('people', false, [
    {
      id: 'people_best_client',
      steps: 3,
      minutes: 10,
      every: 7,
      levels: any,
      opens: 'peopleSearch',
      source: 'official',
    },
    {
      id: 'people_ideal_client',
      steps: 2,
      minutes: 10,
      every: 90,
      levels: early,
      opens: 'peopleSearch',
      source: 'practice',
    },
    {
      id: 'people_filters',
      steps: 2,
      minutes: 10,
      every: 14,
      levels: early,
      opens: 'peopleSearch',
      source: 'practice',
    },
    {
      id: 'people_precise',
      steps: 2,
      minutes: 10,
      every: 28,
      levels: later,
      opens: 'peopleSearch',
      source: 'practice',
    },
    { id: 'people_viewers', steps: 2, minutes: 5, every: 7, levels: any, opens: 'profileViews', source: 'practice' },
    {
      id: 'people_deciders',
      steps: 3,
      minutes: 15,
      every: 14,
      levels: later,
      opens: 'companySearch',
      source: 'practice',
    },
    { id: 'people_school', steps: 2, minutes: 10, every: 28, levels: early, opens: 'peopleSearch', source: 'practice' },
    {
      id: 'people_introducers',
      steps: 2,
      minutes: 10,
      every: 14,
      levels: later,
      opens: 'peopleSearch',
      source: 'practice',
    },
    { id: 'people_days', steps: 2, minutes: 5, every: 7, levels: early, opens: 'feed', source: 'official' },
    {
      id: 'people_read_profiles',
      steps: 2,
      minutes: 10,
      every: 7,
      levels: any,
      opens: 'peopleSearch',
      source: 'official',
    },
    { id: 'people_voices', steps: 2, minutes: 10, every: 28, levels: any, opens: 'postSearch', source: 'practice' },
    {
      id: 'people_companies',
      steps: 2,
      minutes: 10,
      every: 90,
      levels: early,
      opens: 'companySearch',
      source: 'practice',
    },
    { id: 'people_new_jobs', steps: 2, minutes: 5, every: 7, levels: later, opens: 'network', source: 'practice' },
    { id: 'people_events', steps: 2, minutes: 15, every: 28, levels: later, opens: 'events', source: 'practice' },
    {
      id: 'people_fresh_search',
      steps: 2,
      minutes: 5,
      every: 7,
      levels: ['high'],
      opens: 'peopleSearch',
      source: 'practice',
    },
    {
      id: 'people_lead_search',
      steps: 2,
      minutes: 15,
      every: 28,
      levels: any,
      opens: 'leadSearch',
      source: 'official',
      salesNavigator: true,
    },
    {
      id: 'people_accounts',
      steps: 2,
      minutes: 10,
      every: 28,
      levels: any,
      opens: 'accountSearch',
      source: 'official',
      salesNavigator: true,
    },
  ]),
  ...tipsFor('insights', false, [
    { id: 'insights_comments', steps: 2, minutes: 10, every: 7, levels: any, opens: 'feed', source: 'official' },
    { id: 'insights_watch', steps: 2, minutes: 10, every: 14, levels: early, opens: 'postSearch', source: 'practice' },
    { id: 'insights_share', steps: 2, minutes: 10, every: 7, levels: any, opens: 'feed', source: 'official' },
    {
      id: 'insights_replies',
      steps: 2,
      minutes: 10,
      every: 7,
      levels: later,
      opens: 'notifications',
      source: 'practice',
    },
    { id: 'insights_messages', steps: 2, minutes: 10, every: 7, levels: any, opens: 'messages', source: 'official' },
    { id: 'insights_join_group', steps: 2, minutes: 10, every: 90, levels: early, opens: 'groups', source: 'official' },
    {
      id: 'insights_group_answer',
      steps: 2,
      minutes: 10,
      every: 14,
      levels: later,
      opens: 'groups',
      source: 'official',
    },
    { id: 'insights_reactions', steps: 2, minutes: 5, every: 7, levels: ['low'], opens: 'feed', source: 'official' },
    { id: 'insights_question', steps: 2, minutes: 10, every: 14, levels: any, opens: 'feed', source: 'practice' },
    { id: 'insights_repost', steps: 2, minutes: 5, every: 14, levels: early, opens: 'feed', source: 'official' },
    { id: 'insights_explain', steps: 2, minutes: 20, every: 14, levels: later, opens: 'feed', source: 'practice' },
    { id: 'insights_save', steps: 2, minutes: 5, every: 14, levels: early, opens: 'savedPosts', source: 'guide' },
    { id: 'insights_poll', steps: 2, minutes: 15, every: 28, levels: later, opens: 'feed', source: 'practice' },
    { id: 'insights_morning', steps: 2, minutes: 5, every: 7, levels: ['high'], opens: 'feed', source: 'practice' },
    {
      id: 'insights_congratulate',
      steps: 2,
      minutes: 5,
      every: 14,
      levels: early,
      opens: 'network',
      source: 'official',
    },
    { id: 'insights_thanks', steps: 2, minutes: 10, every: 28, levels: later, opens: 'feed', source: 'practice' },
  ]),
  ...tipsFor('relationships', false, [
    {
      id: 'relationships_note',
      steps: 3,
      minutes: 15,
      every: 7,
      levels: any,
      opens: 'peopleSearch',
      source: 'official',
    },
    {
      id: 'relationships_introduce',
      steps: 2,
      minutes: 5,
      every: 7,
      levels: any,
      opens: 'messages',
      source: 'practice',
    },
    {
      id: 'relationships_no_pitch',
      steps: 2,
      minutes: 10,
      every: 28,
      levels: any,
      opens: 'messages',
      source: 'practice',
    },
    {
      id: 'relationships_decider',
      steps: 2,
      minutes: 10,
      every: 7,
      levels: later,
      opens: 'peopleSearch',
      source: 'practice',
    },
    {
      id: 'relationships_accept',
      steps: 2,
      minutes: 5,
      every: 7,
      levels: any,
      opens: 'invitations',
      source: 'official',
    },
    {
      id: 'relationships_withdraw',
      steps: 2,
      minutes: 10,
      every: 28,
      levels: any,
      opens: 'sentInvitations',
      source: 'practice',
    },
    {
      id: 'relationships_known',
      steps: 2,
      minutes: 10,
      every: 28,
      levels: early,
      opens: 'peopleSearch',
      source: 'official',
    },
    {
      id: 'relationships_meeting',
      steps: 2,
      minutes: 5,
      every: 7,
      levels: any,
      opens: 'peopleSearch',
      source: 'practice',
    },
    {
      id: 'relationships_old_contact',
      steps: 2,
      minutes: 5,
      every: 7,
      levels: any,
      opens: 'connections',
      source: 'practice',
    },
    {
      id: 'relationships_introduction',
      steps: 2,
      minutes: 10,
      every: 28,
      levels: later,
      opens: 'connections',
      source: 'practice',
    },
    {
      id: 'relationships_clients',
      steps: 2,
      minutes: 15,
      every: 90,
      levels: early,
      opens: 'peopleSearch',
      source: 'practice',
    },
    {
      id: 'relationships_colleagues',
      steps: 2,
      minutes: 15,
      every: 28,
      levels: later,
      opens: 'companySearch',
      source: 'practice',
    },
    { id: 'relationships_call', steps: 2, minutes: 5, every: 14, levels: later, opens: 'messages', source: 'practice' },
    {
      id: 'relationships_comment_first',
      steps: 2,
      minutes: 10,
      every: 14,
      levels: any,
      opens: 'feed',
      source: 'practice',
    },
    {
      id: 'relationships_promise',
      steps: 2,
      minutes: 10,
      every: 14,
      levels: later,
      opens: 'messages',
      source: 'guide',
    },
    {
      id: 'relationships_close_ten',
      steps: 2,
      minutes: 10,
      every: 90,
      levels: ['high'],
      opens: 'connections',
      source: 'guide',
    },
  ]),
];

/** The tip with this id, or undefined: an action may name a tip of a later version. */
export function findTip(id: string): Tip | undefined {
  return tips.find((tip) => tip.id === id);
}

/** Key of the title in `_locales`. */
export function tipTitleKey(tip: Tip): string {
  return `tip_${tip.id}_title`;
}

/** Key of the reason in `_locales`. */
export function tipWhyKey(tip: Tip): string {
  return `tip_${tip.id}_why`;
}

/** Keys of the steps in `_locales`, in order. */
export function tipStepKeys(tip: Tip): readonly string[] {
  return Array.from({ length: tip.steps }, (_, index) => `tip_${tip.id}_step_${index + 1}`);
}
