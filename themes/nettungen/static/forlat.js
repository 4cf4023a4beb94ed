// «Forlat siden»: the link works without this file. With it, the page is
// replaced (so «back» does not return here) and Shift three times does the same.
const link = document.querySelector("[data-leave]");

if (window.top !== window) document.documentElement.classList.add("framed");

const leave = () => {
  document.documentElement.hidden = true;
  location.replace(link.href);
};

if (link) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  let times = 0;
  let last = 0;
  addEventListener("keydown", (event) => {
    if (event.repeat) return;
    const soon = event.timeStamp - last < 1500;
    times = event.key === "Shift" ? (soon ? times + 1 : 1) : 0;
    last = event.timeStamp;
    if (times === 3) leave();
  });
}
