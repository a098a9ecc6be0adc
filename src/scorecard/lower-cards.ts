// What stands below the window when the scorecard opens, as one script: it comes when the rest is on its way.
export { AveragesCard } from './averages/averages-card';
export { DataCard } from './data/data-card';
export { loadDataFacts } from './data/load-data-facts';
export { Questions } from './data/questions';
export { GoalsCard } from './goals/goals-card';
export { JournalCard } from './journal/journal-card';
export { SettingsCard } from './settings/settings-card';
export { CheckCard, ReviewCard } from './week/week-cards';
export { WeeksCard } from './weeks/weeks-card';
