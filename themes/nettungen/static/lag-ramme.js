// Puts together the code that a web editor copies, and shows what it gives.
const form = document.querySelector("[data-maker]");
const preview = document.querySelector("[data-preview]");
const said = document.querySelector("[data-said]");
const code = (kind) => document.querySelector(`[data-code="${kind}"]`);
const safe = (text) => text.replace(/[&"<>]/g, (it) => `&#${it.charCodeAt(0)};`);

function address() {
  const what = form.querySelector("[name=vis]:checked");
  const chooses = "chooses" in what.dataset;
  form.querySelector("[data-choosers]").hidden = !chooses;
  const chosen = [...form.querySelectorAll("select")].filter((it) => chooses && it.value);
  const hash = chosen.map((it) => `${it.name}=${encodeURIComponent(it.value).replaceAll("%2F", "/")}`).join("&");
  return what.value + (hash ? `#${hash}` : "");
}

function show() {
  const base = form.dataset.base || location.origin;
  const path = address();
  const [url, title] = [safe(base + path), safe(form.dataset.title)];
  code("element").value =
    `<script src="${base}${form.dataset.script}" defer></script>\n` +
    `<nettungen-tilbud src="${url}" title="${title}">\n` +
    `  <a href="${base}${form.dataset.home}">${title}</a>\n</nettungen-tilbud>`;
  code("iframe").value =
    `<iframe src="${url}" title="${title}" width="100%" height="600" loading="lazy" referrerpolicy="no-referrer"></iframe>`;
  // Replaced, so that each choice is no step of its own for «back».
  preview.contentWindow.location.replace(path);
}

form.addEventListener("change", show);
addEventListener("message", ({ origin, source, data }) => {
  if (origin !== location.origin || source !== preview.contentWindow || data?.nettungen !== "height") return;
  preview.height = Math.min(900, Math.max(120, Number(data.height) || 0));
});
for (const button of document.querySelectorAll("[data-copy-from]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copyFrom);
    try {
      await navigator.clipboard.writeText(field.value);
      said.textContent = said.dataset.done;
    } catch {
      field.select();
      said.textContent = said.dataset.failed;
    }
  });
}
show();
