// One address of each kind of page, for the tests that look at all of them.

/** A kommune that exists only as an example, written in bokmål. */
export const EXAMPLE = '/fjordvik';

/** Kinds of pages and an address of each. */
export const PAGES = {
  'portal': '/',
  'national search': '/sok/',
  'all kommuner': '/kommuner/',
  'all fylker': '/fylker/',
  'all organisasjoner': '/organisasjoner/',
  'the state’s tilbud': '/stat/',
  'a fylke': '/fylke/nordland/',
  'the method in short': '/metoden/',
  'the whole method': '/metoden/hele/',
  'a kommune that has not joined': '/bergen/',
  'a kommune': `${EXAMPLE}/`,
  'search': `${EXAMPLE}/sok/`,
  'who can I talk to': `${EXAMPLE}/snakk-med-noen/`,
  'themes': `${EXAMPLE}/tema/`,
  'all tilbud': `${EXAMPLE}/a-a/`,
  'a tilbud': `${EXAMPLE}/tilbud/helsestasjon/`,
  'reports': `${EXAMPLE}/rapport/`,
  'the pyramid': `${EXAMPLE}/rapport/pyramide/`,
  'statutory coverage': `${EXAMPLE}/rapport/lovpalagt/`,
};
