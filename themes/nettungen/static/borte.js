// On the page for addresses that are not there: whoever followed an old link within a
// kommune stays there, with its menu and its search. Should that fail, the page leads
// to the whole site, as it does without this file.
const home = location.pathname.match(/^\/[^/]+\//)?.[0];

async function stay() {
  const answer = await fetch(home);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (page.querySelector(".top .home")?.getAttribute("href") !== home) return;
  document.head.append(...page.querySelectorAll("link[rel=stylesheet]"));
  // With the menu comes the word that a kommune is made up; both in its language.
  const parts = page.querySelectorAll("header .top, header .example");
  for (const it of parts) it.lang = page.documentElement.lang;
  document.querySelector(".top").replaceWith(...parts);
  for (const link of document.querySelectorAll("main .button")) {
    link.href = home + link.getAttribute("href").slice(1);
  }
}

if (home && home !== location.pathname) stay().catch(() => {});
