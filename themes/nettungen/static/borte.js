// On the page for addresses that are not there: whoever followed an old link within a
// kommune gets that kommune's own page for them, with its menu, search and language.
// Where there is none, or this file fails, the page leads to the whole site.
const home = location.pathname.match(/^\/[^/]+\//)?.[0];

async function stay() {
  const own = `${home}404.html`;
  if (own === location.pathname) return;
  const answer = await fetch(own, { method: "HEAD" });
  // The address that is not there is not left behind in the history.
  if (answer.ok) location.replace(own);
}

// A frame shows only the pages that are made for frames.
if (home && self === top) stay().catch(() => {});
