// For other sites: <nettungen-tilbud src="…/embed/liste/#tema=helse" title="…">.
// Without this script what stands inside the element is shown, such as a link.
// Asks nobody but the site that it came from, and keeps nothing.
(() => {
  const home = new URL(document.currentScript.src).origin;

  class Tilbud extends HTMLElement {
    static observedAttributes = ["src", "title"];

    connectedCallback() {
      this.listen ??= (event) => this.resize(event);
      addEventListener("message", this.listen);
      this.show();
    }

    disconnectedCallback() {
      removeEventListener("message", this.listen);
    }

    attributeChangedCallback() {
      if (this.isConnected) this.show();
    }

    show() {
      const url = URL.parse ? URL.parse(this.getAttribute("src"), home) : new URL(this.getAttribute("src"), home);
      if (url?.origin !== home) return;
      if (!this.frame) {
        this.frame = document.createElement("iframe");
        Object.assign(this.frame, { loading: "lazy", referrerPolicy: "no-referrer", width: "100%", height: 400 });
        this.frame.style.cssText = "display:block;width:100%;border:0";
        this.replaceChildren(this.frame);
      }
      this.frame.title = this.getAttribute("title") || "Nettungen";
      if (this.frame.src !== url.href) this.frame.src = url.href;
    }

    /** Only the frame itself, from the site itself, may say how high it is. */
    resize({ origin, source, data }) {
      if (origin !== home || source !== this.frame?.contentWindow) return;
      const height = data?.nettungen === "height" ? Number(data.height) : NaN;
      if (height > 0 && height < 1e5) this.frame.style.height = `${Math.ceil(height)}px`;
    }
  }

  if (!customElements.get("nettungen-tilbud")) customElements.define("nettungen-tilbud", Tilbud);
})();
