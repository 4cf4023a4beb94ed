// One address of each kind of page, for the tests that look at all of them.

/** A kommune that exists only as an example, written in bokmål. */
export const EXAMPLE = '/fjordvik';

/** Pages that other sites show in frames. */
export const FRAMES = {
  'a frame with tilbud': `${EXAMPLE}/embed/liste/`,
  'a frame with the search box': `${EXAMPLE}/embed/sok/`,
  'a frame with people to talk to': `${EXAMPLE}/embed/snakk/`,
};

const REPORTS = ['pyramide', 'lovpalagt', 'mangler-og-overlapp', 'medvirkning', 'vurdering', 'tiltakskjeder', 'kartlegging',
  'ressurser', 'ikke-lovpalagt', 'sammenligning', 'plan'];

/** Every report about one place, below the address `at`. */
function reports(place, at) {
  return Object.fromEntries(REPORTS.map((name) => [`${name} of ${place}`, `${at}/rapport/${name}/`]));
}

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
  'the pick-list': `${EXAMPLE}/min-liste/`,
  'a list': `${EXAMPLE}/tema/helse/`,
  'a sensitive list': `${EXAMPLE}/risikogruppe/rus-foreldre/`,
  'themes of the country': '/tema/',
  'a list of the country': '/tema/psykisk-helse/',
  'who to talk to in the country': '/snakk-med-noen/',
  'open data': '/data/',
  'open data of a kommune': `${EXAMPLE}/data/`,
  'putting it on another site': `${EXAMPLE}/embed/`,
  'an organisation': '/organisasjon/mental-helse/',
  'a page of text': '/personvern/',
  'a step of the method': '/metoden/kartlegging/',
  'no page': '/404.html',
  'nynorsk': '/elvedal/',
  'reports': `${EXAMPLE}/rapport/`,
  ...reports('a kommune', EXAMPLE),
  ...reports('a fylke', '/fylke/eksempelfylket'),
  ...reports('the portal', ''),
  'lists behind a kommune’s numbers': `${EXAMPLE}/rapport/lister/`,
  'a kommune’s part of the portal’s numbers': `/rapport/lister${EXAMPLE}/`,
  'a fylke’s part of the portal’s numbers': '/rapport/lister/fylke/eksempelfylket/',
  'a report of a region': '/region/eksempelregionen/rapport/pyramide/',
};
