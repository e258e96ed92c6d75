/** Runs in the head of every page, before anything is painted. */
import './theme.ts';
import './later.ts';
