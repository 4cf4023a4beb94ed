// A search field on another page: what is typed goes to the search page in the
// fragment, which no server sees.
for (const form of document.querySelectorAll("form[data-ask]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const q = form.querySelector("input[type=search]").value.trim();
    location.href = q ? `${form.getAttribute("action")}#${new URLSearchParams([["q", q]])}` : form.action;
  });
}
addEventListener("keydown", (event) => {
  const typing = event.target.matches?.("input, textarea, select");
  const field = document.querySelector("form[data-ask] input[type=search]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || !field) return;
  event.preventDefault();
  field.focus();
});
