/** What tests measure. */
export const stats = {
  cellsMounted: 0,
  articlesReused: 0,
  subtreesReplaced: 0,
  ticks: 0,
  navigations: 0,
};
