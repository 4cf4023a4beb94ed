// On the page for addresses that are not there: whoever followed an old link within a
// kommune stays there, with its menu and its search. Should that fail, the page leads
// to the whole site, as it does without this file.
const home = location.pathname.match(/^\/[^/]+\//)?.[0];

async function stay() {
  const answer = await fetch(home);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (!answer.ok || page.querySelector(".top .home")?.getAttribute("href") !== home) return;
  document.head.append(...page.querySelectorAll("link[rel=stylesheet]"));
  document.querySelector(".top").replaceWith(page.querySelector(".top"));
  for (const link of document.querySelectorAll("main .button")) {
    link.href = home + link.getAttribute("href").slice(1);
  }
}

if (home && home !== location.pathname) stay().catch(() => {});
